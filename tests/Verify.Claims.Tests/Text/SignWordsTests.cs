using Verify.Claims.Languages;
using Verify.Claims.Tests.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Tests.Text;

/// <summary>Where signs or syllables are tokens, the longest known word from the left settles what they are: in languages made up for the case.</summary>
public sealed class SignWordsTests
{
    static readonly Language Signs = MadeUp.Language("""
        "script": {"signs": 2}, "nouns": {"heads": ["中国", "国人", "后天"], "stops": ["中", "以后", "国", "人"]}, "particles": {"others": ["后天"]}, "verbs": {"words": ["造成", "成"]}, "relations": {"before": {"about": ["成"]}}
        """);

    static readonly Language Syllables = MadeUp.Language("""
        "script": {"compounds": true}, "nouns": {"heads": ["may bay khong lai"]}, "names": {"notNumbers": ["khong lai"]}, "numerals": {"rules": {"cardinal": ["0: khong", "5: nam"]}}
        """);

    static readonly Language Words = MadeUp.Language("""
        "nouns": {"heads": ["may bay khong lai"]}, "numerals": {"rules": {"cardinal": ["0: khong", "5: nam"]}}
        """);

    [Theory]
    [InlineData("中", 0, true)]
    [InlineData("中国", 0, false)]
    [InlineData("中国", 1, false)]
    [InlineData("中 国", 1, false)]
    [InlineData("成中", 1, true)]
    [InlineData("国人", 0, false)]
    public void Signs_of_a_noun_bound_nothing(string text, int token, bool bounds) => Assert.Equal(bounds, MadeUp.Ask(Signs, text, (in s, _) => s.Is(token, Role.NounStop)));

    [Theory]
    [InlineData("造成", "Verb")]
    [InlineData("以后", "Stop")]
    [InlineData("中国", "None")]
    [InlineData("以成", "None")]
    public void A_later_sign_knows_what_it_is_of(string text, string part) => Assert.Equal(part, MadeUp.Ask(Signs, text, (in s, _) => s.IsInside(1, WordPart.Verb) ? "Verb" : s.IsInside(1, WordPart.Stop) ? "Stop" : "None"));

    [Fact]
    public void Inside_a_verb_no_relation_begins()
    {
        Assert.True(MadeUp.Ask(Signs, "中成", (in s, _) => s.Is(1, Role.RelationBefore)));
        Assert.False(MadeUp.Ask(Signs, "造成", (in s, _) => s.Is(1, Role.RelationBefore)));
    }

    /// <summary>"国人" begins inside "中国", which stands further to the left.</summary>
    [Fact]
    public void The_word_from_the_left_goes_before_the_one_that_begins_in_it() => Assert.True(MadeUp.Ask(Signs, "中国人", (in s, _) => s.Is(2, Role.NounStop)));

    [Fact]
    public void Of_a_noun_and_a_bound_of_one_length_it_is_a_bound() => Assert.True(MadeUp.Ask(Signs, "后天", (in s, _) => s.Is(0, Role.Particle)));

    [Fact]
    public void A_later_syllable_of_a_word_begins_no_number_and_no_idiom()
    {
        Assert.Empty(MadeUp.Values(Syllables, "may bay khong lai"));
        Assert.False(MadeUp.Ask(Syllables, "may bay khong lai", (in s, _) => s.Is(2, Role.NotNumber)));
        Assert.Equal([5], MadeUp.Values(Syllables, "nam may bay khong lai"));
        Assert.Equal([0], MadeUp.Values(Words, "may bay khong lai"));
    }
}
