using System.Globalization;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;

namespace Verify.Claims.Tests.Numerals;

public sealed class DigitStringTests
{
    [Theory]
    [InlineData("id", "500", "500", null)]
    [InlineData("id", "1.000", "1000", null)]
    [InlineData("id", "1.234", "1234", "1.234")]
    [InlineData("id", "1.234.567", "1234567", null)]
    [InlineData("id", "1.234,5", "1234.5", null)]
    [InlineData("id", "1,234.5", "1234.5", null)]
    [InlineData("id", "2,5", "2.5", null)]
    [InlineData("id", "2.5", "2.5", null)]
    [InlineData("id", "1,234", "1.234", "1234")]
    [InlineData("id", "0.125", "0.125", null)]
    [InlineData("id", "10\u00a0000", "10000", null)]
    [InlineData("en", "1,000", "1000", null)]
    [InlineData("en", "1,234,567.89", "1234567.89", null)]
    [InlineData("en", "1.234", "1.234", "1234")]
    [InlineData("en", "12,34,567", "1234567", null)]
    [InlineData("en", "2,5", "2.5", null)]
    [InlineData("en", "9999999999999999999999999999", "9999999999999999999999999999", null)]
    public void Digits_are_read_by_the_separators_of_their_language(string language, string digits, string value, string? other)
    {
        Assert.True(DigitString.TryRead(digits, Shipped.Find(language)!, out var read));
        Assert.Equal(Number(value), read.Value);
        Assert.Equal(other is null ? null : Number(other), read.Other);
    }

    [Theory]
    [InlineData("2.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("1.2345.678")]
    [InlineData("1.234,56.7")]
    [InlineData("1,2,3")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("0,12345678901234567890123456789")]
    public void What_is_no_single_number_or_too_long_to_be_exact_is_none(string digits) =>
        Assert.False(DigitString.TryRead(digits, Shipped.Find("id")!, out _));

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
