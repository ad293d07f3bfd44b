using System.Globalization;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Tests.Languages;

namespace Verify.Claims.Tests.Numerals;

/// <summary>Numbers that are words in a row: in a language made up for the case.</summary>
public sealed class AdditiveMultiplicativeTests
{
    static readonly Language Rowed = MadeUp.Language("""
        "separators": {"decimal": ",", "group": "."},
        "numerals": {
          "engine": "additive-multiplicative",
          "values": {"nul": 0, "un": 1, "du": 2, "tri": 3, "kvin": 5, "sep": 7, "dek": 10, "dudek": 20, "tridek": 30, "sescent": 600},
          "multipliers": {"dekoj": 10, "centoj": 100}, "adders": {"teen": 10}, "scales": {"mil": 1000, "miliono": 1000000}, "stuckScales": {"k": 1000},
          "fractions": {"duono": 0.5}, "fractionsOfScales": {"kvarono": 0.25}, "denominators": {"kvinonoj": 5, "sepono": 7}, "vague": {"dekduoj": 12}, "vagueLeads": ["kelkaj"],
          "point": ["komo"], "joiners": ["kaj"], "one": ["ia"]}
        """);

    [Theory]
    [InlineData("du", "2")]
    [InlineData("du teen", "12")]
    [InlineData("dudek tri", "23")]
    [InlineData("dudek-tri", "23")]
    [InlineData("dudek - tri", "23")]
    [InlineData("tri centoj dudek du", "322")]
    [InlineData("tri centoj kaj du", "302")]
    [InlineData("sescent tridek un", "631")]
    [InlineData("du dekoj tri", "23")]
    [InlineData("tri miliono du centoj mil kvin", "3200005")]
    [InlineData("dudek kvin centoj", "2500")]
    [InlineData("2,5 miliono", "2500000")]
    [InlineData("3 centoj kaj 21", "321")]
    [InlineData("ia miliono", "1000000")]
    [InlineData("tri mil miliono", "3000000000")]
    [InlineData("5k", "5000")]
    [InlineData("du komo kvin", "2.5")]
    [InlineData("du kaj duono", "2.5")]
    [InlineData("tri miliono kaj duono", "3500000")]
    [InlineData("kvarono miliono", "250000")]
    [InlineData("tri kvinonoj", "0.6")]
    [InlineData("un tridek du", "132")]
    public void A_number_is_read_to_its_end(string text, string value) => Assert.Equal((decimal.Parse(value, CultureInfo.InvariantCulture), text.Length), Read(text));

    [Theory]
    [InlineData("du tri", "du", 2)]
    [InlineData("dudek dek", "dudek", 20)]
    [InlineData("tri kaj du", "tri", 3)]
    [InlineData("du mil kaj tri mil", "du mil", 2000)]
    [InlineData("du nul", "du", 2)]
    [InlineData("du kaj arbo", "du", 2)]
    [InlineData("du komo arbo", "du", 2)]
    public void What_does_not_belong_to_it_ends_it(string text, string number, int value) => Assert.Equal((value, number.Length), Read(text));

    [Theory]
    [InlineData("kelkaj centoj", 100)]
    [InlineData("kelkaj mil", 1000)]
    [InlineData("dekduoj", 12)]
    public void A_magnitude_alone_is_vague(string text, int value)
    {
        Assert.Equal((value, text.Length), Read(text));
        Assert.NotEqual(NumeralForms.None, MadeUp.Ask(Rowed, text, (in s, _) => Rowed.Numerals.TryRead(s, 0, out var numeral) ? numeral.Forms & NumeralForms.Vague : NumeralForms.None));
    }

    [Theory]
    [InlineData("mil")]
    [InlineData("kelkaj arbo")]
    [InlineData("ia arbo")]
    [InlineData("kaj du")]
    [InlineData("arbo")]
    [InlineData("")]
    public void What_opens_no_number_is_none(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("999999999999999999 miliono miliono")]
    [InlineData("9999999999999999999999999999 mil")]
    public void What_is_too_large_to_be_exact_ends_before_that(string text)
    {
        var read = Read(text);
        Assert.True(read is null || read.Value.End < text.Length, read?.Value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>"1.234" is a thousand and more, or one and a part; what multiplies the one multiplies the other.</summary>
    [Fact]
    public void The_other_reading_of_digits_is_multiplied_with_them() =>
        Assert.Equal((1234000000m, 1234000m), MadeUp.Ask(Rowed, "1.234 miliono", (in s, _) => Rowed.Numerals.TryRead(s, 0, out var numeral) ? (numeral.Value, numeral.Other!.Value) : default));

    static (decimal Value, int End)? Read(string text) =>
        MadeUp.Ask<(decimal, int)?>(Rowed, text, (in s, _) => Rowed.Numerals.TryRead(s, 0, out var numeral) ? (numeral.Value, s[numeral.Next - 1].End) : null);
}
