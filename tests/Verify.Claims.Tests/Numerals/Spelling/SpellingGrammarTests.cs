using System.Text;
using Verify.Claims.Languages;
using Verify.Claims.Numerals.Spelling;

namespace Verify.Claims.Tests.Numerals.Spelling;

/// <summary>Rules that are read backwards, on languages made up for the case.</summary>
public sealed class SpellingGrammarTests
{
    const string Tens = """
        {"cardinal": ["1: uno", "2: duo", "3: tri", "7: sep", "10-19/10: deka[ >>]", "20-99/10: <<dek[ e >>]", "100-199/100: cent[ >>]", "200-999/100: <<cent[ >>]",
                      "1000-1999/1000: mil[, >>]", "2000-999999/1000: <cardinal< mil[, >>]"],
         "ordinal": ["1: prim", "2-999999: =cardinal=-ma"]}
        """;

    const string Inverted = """{"cardinal": ["1: ein", "3: drei", "20-29/10: [>>und]zwanzig", "100-999/100: <<hundert[>>]"]}""";

    [Theory]
    [InlineData("tri", 3)]
    [InlineData("deka", 10)]
    [InlineData("deka sep", 17)]
    [InlineData("duodek", 20)]
    [InlineData("duodek e tri", 23)]
    [InlineData("tricent sepdek e uno", 371)]
    [InlineData("deka duo mil, cent", 12100)]
    [InlineData("deka duo mil cent", 12100)]
    public void What_the_rules_write_is_read_back(string text, int value) => Assert.Equal((value, text.Length), Read(Tens, text));

    [Theory]
    [InlineData("duo dek e tri", 23)]
    [InlineData("duo-dek-e-tri", 23)]
    [InlineData("duodek‑e‑tri", 23)]
    [InlineData("duo\u00addek e tri", 23)]
    [InlineData("DUODEK E TRI", 23)]
    [InlineData("duodeketri", 23)]
    public void Spaces_hyphens_and_capitals_do_not_matter(string text, int value) => Assert.Equal((value, text.Length), Read(Tens, text));

    [Theory]
    [InlineData("dreiundzwanzig", 23)]
    [InlineData("drei und zwanzig", 23)]
    [InlineData("einhundertdreiundzwanzig", 123)]
    public void Ones_may_stand_before_tens(string text, int value) => Assert.Equal((value, text.Length), Read(Inverted, text));

    [Theory]
    [InlineData("duodek tri", "duodek", 20)]
    [InlineData("tri duo", "tri", 3)]
    [InlineData("deka sep trimaran", "deka sep", 17)]
    [InlineData("mil, duoble", "mil", 1000)]
    [InlineData("cent, tri", "cent", 100)]
    public void A_number_ends_where_the_rules_do(string text, string number, int value) => Assert.Equal((value, number.Length), Read(Tens, text));

    [Theory]
    [InlineData("trio")]
    [InlineData("dek")]
    [InlineData("unodek")]
    [InlineData("e tri")]
    [InlineData("")]
    public void What_no_rule_writes_is_no_number(string text) => Assert.Null(Read(Tens, text));

    [Theory]
    [InlineData("duodek e trima", 23)]
    [InlineData("prim", 1)]
    public void Places_in_an_order_have_rules_of_their_own(string text, int value) => Assert.Equal((value, text.Length), Read(Tens, text, SpellingGrammar.Ordinal));

    [Fact]
    public void A_set_without_an_end_counts_by_its_first_value() =>
        Assert.Equal((900, 9), Read("""{"cardinal": ["100-999999999999999999/100: <hundreds<"], "hundreds": ["8: ocht gcéad", "9-999999999999999999: naoi cead"]}""", "naoi cead"));

    [Theory]
    [InlineData("setny", 100)]
    [InlineData("sto tri", 103)]
    public void A_round_number_may_have_another_form(string text, int value) =>
        Assert.Equal((value, text.Length), Read("""{"cardinal": ["3: tri", "100-199/100: [sto >>|setny]"]}""", text));

    [Fact]
    public void A_noun_that_only_agrees_with_its_number_leaves_the_value_to_it() =>
        Assert.Equal((4, 10), Read("""{"cardinal": ["1-99: =ones= =noun="], "ones": ["3: tri", "4: ceat", "5: cuig"], "noun": ["1-6: mhile", "7-10: mile"]}""", "ceat mhile"));

    [Fact]
    public void Of_two_values_that_a_text_can_have_the_smaller_is_meant() =>
        Assert.Equal((101, 7), Read("""{"cardinal": ["1: uno", "100-199/100: cent[>>]", "100000-199999/1000: cent[>>]"]}""", "centuno"));

    [Fact]
    public void Accents_may_be_missing_where_the_language_says_so()
    {
        const string Rules = """{"cardinal": ["23: veintitrés"]}""";
        Assert.Equal((23, 10), Read(Rules, "veintitres", accents: true));
        Assert.Null(Read(Rules, "veintitres"));
        Assert.Equal((23, 10), Read(Rules, "veintitrés"));
    }

    [Fact]
    public void A_set_that_names_itself_is_no_trap() => Assert.Equal((1, 3), Read("""{"cardinal": ["0-9: =cardinal=", "1: uno", "2-9: =a="], "a": ["2-9: =b="], "b": ["2-9: =a="]}""", "uno"));

    [Fact]
    public void A_long_row_of_number_words_is_read_in_pieces()
    {
        var text = string.Join(' ', Enumerable.Repeat("tricent sepdek e uno", 400));
        Assert.Equal((371, "tricent sepdek e uno".Length), Read(Tens, text));
    }

    static (int Value, int End)? Read(string rules, string text, int set = SpellingGrammar.Cardinal, bool accents = false)
    {
        var file = LanguageFile.Read("xx.json", Encoding.UTF8.GetBytes($$$"""{"language": "xx", "numerals": {"engine": "rules", "accents": {{{(accents ? "true" : "false")}}}, "rules": {{{rules}}}} }"""));
        var language = LanguageReader.Read([file, LanguageFile.Read("common.json", Shipped.Bytes("common"))], false);
        var tokens = new Claims.Text.Pooled<Claims.Text.Token>();
        Claims.Text.Lexer.Read(text, new(0, text.Length), language, tokens);
        var s = new Claims.Text.Sentence(text, new(0, text.Length), tokens.Items, language);
        return language.Spelling!.TryRead(s, 0, set, out var value, out var next) ? ((int)value, s[next - 1].End) : null;
    }
}
