using Verify.Claims.Numerals.Spelling;
using Verify.Claims.Tests.Languages;

namespace Verify.Claims.Tests.Numerals.Spelling;

/// <summary>Which of several readings a text has, and where reading ends: on rules made up for the case.</summary>
public sealed class SpellingChartTests
{
    const string Genders = """
        {"cardinal": ["1: unus", "1: una", "1: unum", "2: duo", "2: duae", "20-29/10: viginti[ >>]", "1000-1999/1000: mille[ >>]", "2000-999999/1000: <feminine< milia[ >>]"],
         "feminine": ["1: una", "2: duae", "20-29/10: viginti[ >>]"],
         "ordinal": ["1: primus", "1: prima", "2-999999: =cardinal=-esimo", "2-999999: =cardinal=-esima"],
         "denominator": ["2-999999: =cardinal=-part"]}
        """;

    const string Twenties = """{"cardinal": ["1: bat", "2: bi", "3: hiru", "10: hamar", "17: hamazazpi", "20-39/20: hogei[ ta >>]", "40-99/20: <<hogei[ ta >>]"]}""";

    const string Millions = """{"cardinal": ["2: two", "3: three", "1000000-999999999/1000000: <<million[ and >>]"]}""";

    const string Scales = """, "scales": {"million": 1000000, "thousand": 1000}""";

    [Theory]
    [InlineData("viginti una", 21)]
    [InlineData("viginti unus", 21)]
    [InlineData("viginti unum", 21)]
    [InlineData("duae milia duo", 2002)]
    [InlineData("viginti una milia", 21000)]
    public void A_value_has_as_many_forms_as_it_has_rules(string text, int value) => Assert.Equal((value, text.Length), Read(Genders, text));

    [Fact]
    public void A_part_is_read_by_the_set_that_its_rule_names() => Assert.Equal((2, "duo".Length), Read(Genders, "duo milia"));

    [Theory]
    [InlineData("prima", 1)]
    [InlineData("viginti una esima", 21)]
    [InlineData("viginti unusesimo", 21)]
    [InlineData("una esima", null)]
    [InlineData("viginti", null)]
    public void A_place_in_an_order_has_forms_of_its_own(string text, int? value) => Assert.Equal(value, Read(Genders, text, SpellingGrammar.Ordinal)?.Value);

    [Theory]
    [InlineData("viginti part", 20)]
    [InlineData("viginti", null)]
    public void The_lower_part_of_a_fraction_has_rules_of_its_own(string text, int? value) => Assert.Equal(value, Read(Genders, text, SpellingGrammar.Denominator)?.Value);

    [Theory]
    [InlineData("hogei", 20)]
    [InlineData("hogei ta hamar", 30)]
    [InlineData("bi hogei", 40)]
    [InlineData("hiruhogei ta hamazazpi", 77)]
    public void Twenties_take_all_that_is_below_twenty(string text, int value) => Assert.Equal((value, text.Length), Read(Twenties, text));

    [Theory]
    [InlineData("bat hogei", "bat", 1)]
    [InlineData("hogei ta bi hogei", "hogei ta bi", 22)]
    [InlineData("hogei ta", "hogei", 20)]
    [InlineData("hogei ta zuhaitz", "hogei", 20)]
    public void What_no_rule_takes_ends_the_number(string text, string number, int value) => Assert.Equal((value, number.Length), Read(Twenties, text));

    [Theory]
    [InlineData("two million and three", "two million and three", 2000003)]
    [InlineData("two million and three million", "two million", 2000000)]
    [InlineData("two million and three thousand", "two million", 2000000)]
    public void A_number_that_its_scale_would_go_on_from_is_left_for_a_shorter_one(string text, string number, int value) =>
        Assert.Equal((value, number.Length), Read(Millions, text, more: Scales));

    [Theory]
    [InlineData("ab", 3)]
    [InlineData("a b", 3)]
    [InlineData("a\u00adb", 3)]
    [InlineData("a\u200bb", 3)]
    [InlineData("a--b", null)]
    [InlineData("a, b", null)]
    public void Two_parts_have_at_most_one_break_between_them(string text, int? value)
    {
        var read = Read("""{"cardinal": ["1: a", "3: a\u00adb"]}""", text);
        Assert.Equal(value ?? 1, read?.Value);
        Assert.Equal(value is null ? 1 : text.Length, read?.End);
    }

    [Theory]
    [InlineData("7: centuno", 7)]
    [InlineData("5001: centuno", 101)]
    public void Of_two_readings_of_one_length_the_smaller_is_meant(string rule, int value) =>
        Assert.Equal((value, "centuno".Length), Read($$"""{"cardinal": ["1: uno", "100-199/100: cent[>>]", "{{rule}}"]}""", "centuno"));

    [Fact]
    public void A_comma_may_be_missing_and_no_other_mark_stands_for_it()
    {
        const string Rules = """{"cardinal": ["1: uno", "1000-1999/1000: mil[, >>]"]}""";
        Assert.Equal((1001, "mil, uno".Length), Read(Rules, "mil, uno"));
        Assert.Equal((1001, "mil uno".Length), Read(Rules, "mil uno"));
        Assert.Equal((1000, "mil".Length), Read(Rules, "mil; uno"));
    }

    [Fact]
    public void Parts_that_must_be_the_same_value_agree() =>
        Assert.Null(Read("""{"cardinal": ["1-9: =ones= =noun="], "ones": ["3: tri", "8: ocht"], "noun": ["3: mhile", "7-9: mile"]}""", "ocht mhile"));

    /// <summary>Each letter can end the number or go on in two ways, which is no number anybody wrote.</summary>
    [Fact]
    public void Rules_that_read_a_text_in_endless_ways_end()
    {
        const string Rules = """{"cardinal": ["1: a", "2-999999999/2: <<>>", "2-999999999/3: >>a<<", "2-999999999/5: a<<a>>"]}""";
        Assert.True(Read(Rules, new string('a', 250)) is null or { End: 250 });
    }

    static (int Value, int End)? Read(string rules, string text, int set = SpellingGrammar.Cardinal, string more = "") =>
        MadeUp.Ask<(int, int)?>(
            MadeUp.Language($$""" "numerals": {"engine": "rules", "rules": {{rules}}{{more}}} """), text,
            (in s, _) => s.Language.Spelling!.TryRead(s, 0, set, out var value, out var next) ? ((int)value, s[next - 1].End) : null);
}
