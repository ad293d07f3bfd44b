using Verify.Claims.Languages;

namespace Verify.Claims.Tests.Languages;

/// <summary>A language is read of its own file, the generated one and what all languages share, in this order.</summary>
public sealed class LayerTests
{
    const string Generated = """
        "separators": {"decimal": ",", "group": "."}, "times": {"dotted": true}, "units": {"m": ["m", "meter"], "[in_i]": ["in", "In"]}, "unitsBefore": {"deg": ["degree"]},
        "numerals": {"rules": {"cardinal": ["1: uno", "2: duo"]}}
        """;

    [Theory]
    [InlineData("", "m", "m")]
    [InlineData("\"units\": {\"[mi_i]\": [\"m\"]}", "m", "[mi_i]")]
    [InlineData("\"units\": {\"[mi_i]\": [\"m\"]}", "meter", "m")]
    [InlineData("\"units\": {\"[mi_i]\": [\"Meter\"]}", "meter", "m")]
    [InlineData("", "km", "km")]
    [InlineData("\"units\": {\"-\": [\"km\"]}", "km", null)]
    public void Of_one_phrase_the_first_file_decides(string own, string word, string? code) => Assert.Equal([code], Codes(own, word, Role.Unit));

    [Theory]
    [InlineData("\"without\": [\"in\"]", "in")]
    [InlineData("\"without\": [\"km\"]", "km")]
    public void What_the_first_file_is_without_no_later_one_brings(string own, string word) => Assert.Empty(Codes(own, word, Role.Unit));

    [Theory]
    [InlineData("\"without\": [\"in\"], \"units\": {\"t\": [\"in\"]}", "in", "t")]
    [InlineData("\"without\": [\"Meter\"]", "meter", "m")]
    public void It_keeps_its_own_and_what_is_written_otherwise(string own, string word, string code) => Assert.Contains(code, Codes(own, word, Role.Unit));

    [Fact]
    public void A_phrase_of_another_section_hides_nothing() => Assert.Equal(["deg"], Codes("\"units\": {\"t\": [\"degree\"]}", "degree", Role.UnitBefore));

    [Theory]
    [InlineData("", ',', '.', true)]
    [InlineData("\"separators\": {\"group\": \" \"}", ',', ' ', true)]
    [InlineData("\"separators\": {\"decimal\": \".\", \"group\": \",\"}, \"times\": {\"dotted\": false}", '.', ',', false)]
    public void Of_a_setting_the_first_file_that_has_it_decides(string own, char mark, char group, bool dotted)
    {
        var language = MadeUp.Language(own, Generated);
        Assert.Equal((mark, group, dotted), (language.Decimal, language.Group, language.DottedClock));
    }

    [Fact]
    public void What_no_file_says_is_what_all_languages_share()
    {
        var language = MadeUp.Language("", Generated);
        Assert.Equal((1, false, true), (language.SignsPerWord, language.VerbLast, language.NamesReported));
    }

    [Theory]
    [InlineData("uno", 1)]
    [InlineData("duo", 2)]
    [InlineData("tri", 3)]
    [InlineData("unu", 1)]
    public void Rules_of_all_files_are_read_together(string text, int value) =>
        Assert.Equal([value], MadeUp.Values(MadeUp.Language("\"numerals\": {\"rules\": {\"cardinal\": [\"3: tri\", \"1: unu\"]}}", Generated), text));

    static IReadOnlyList<string?> Codes(string own, string word, Role role)
    {
        var lexicon = MadeUp.Language(own, Generated).Lexicon;
        return [.. lexicon.Phrases(lexicon.Find(word)).ToArray().Where(phrase => phrase.Role == role && phrase.Length == 1 && phrase.Text[0] == word).Select(phrase => phrase.Code)];
    }
}
