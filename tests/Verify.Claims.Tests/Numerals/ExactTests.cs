using Verify.Claims.Numerals;

namespace Verify.Claims.Tests.Numerals;

/// <summary>No number of a text is too large to be read: what a decimal cannot hold is no number.</summary>
public sealed class ExactTests
{
    const string Huge = "7922816251426433759354395033", Tiny = "0,0000000000000000000000000001";

    [Theory]
    [InlineData("ko", Tiny + "분의 " + Huge)]
    [InlineData("ja", "0.0000000000000000000000000001分の" + Huge)]
    [InlineData("en", Huge + " over 0.0000000000000000000000000001")]
    [InlineData("fr", Huge + " sur " + Tiny)]
    public void A_quotient_that_is_too_large_is_none(string language, string text) =>
        Assert.All(ClaimExtractor.For(language)!.Extract(text).Quantities, quantity => Assert.InRange(quantity.Value, 0, 7922816251426433759354395033m));

    [Fact]
    public void Division_answers_false_where_nothing_fits()
    {
        Assert.True(Exact.Divide(1, 4, out var quarter));
        Assert.Equal(0.25m, quarter);
        Assert.False(Exact.Divide(1, 0, out _));
        Assert.False(Exact.Divide(decimal.MaxValue, 0.1m, out _));
    }
}
