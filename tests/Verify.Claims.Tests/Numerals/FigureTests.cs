using Verify.Claims.Languages;
using Verify.Claims.Numerals;

namespace Verify.Claims.Tests.Numerals;

/// <summary>Figures in the digits of other scripts, and with the marks that other countries put between them.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData("ar", "١٢٣", "123")]
    [InlineData("ar", "١٬٢٣٤٫٥", "1234.5")]
    [InlineData("fa", "۱۲۳", "123")]
    [InlineData("hi", "१२,३४,५६७", "1234567")]
    [InlineData("bn", "৫০০", "500")]
    [InlineData("th", "๒๕๖", "256")]
    [InlineData("zh", "５００", "500")]
    [InlineData("ja", "１，２３４．５", "1234.5")]
    [InlineData("de", "1'234'567", "1234567")]
    [InlineData("fr", "1\u202f234\u202f567,8", "1234567.8")]
    public void Digits_of_every_script_are_digits(string language, string text, string value)
    {
        var quantity = Assert.Single(ClaimExtractor.For(language)!.Extract(text).Quantities);
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), quantity.Value);
        Assert.Equal((0, text.Length), (quantity.Span.Start, quantity.Span.End));
    }

    [Fact]
    public void An_apostrophe_groups_only_before_three_digits()
    {
        Assert.True(DigitString.TryRead("1'000", Shipped.Find("de")!, out var read));
        Assert.Equal(1000, read.Value);
        Assert.DoesNotContain(ClaimExtractor.For("en")!.Extract("He is 5'11 tall.").Quantities, quantity => quantity.Value == 511);
    }
}
