using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Tests.Text;

public sealed class LexerTests
{
    /// <summary>Only on a unit, and on a name of money only behind a number.</summary>
    [Theory]
    [InlineData("12 km'lik yol", "12|km|'|lik|yol")]
    [InlineData("12 km’lik yol", "12|km|’|lik|yol")]
    [InlineData("50 Euro'luk", "50|Euro|'|luk")]
    [InlineData("2 milyon Dolar'a", "2|milyon|Dolar|'|a")]
    [InlineData("Mark'ın sesi", "Mark'ın|sesi")]
    [InlineData("Ay'a giden", "Ay'a|giden")]
    [InlineData("Ankara'da 5", "Ankara'da|5")]
    public void An_ending_that_hangs_on_a_unit_is_cut_off(string text, string expected)
    {
        using var tokens = new Pooled<Token>();
        Lexer.Read(text, new(0, text.Length), Shipped.Find("tr")!, tokens);
        Assert.Equal(expected, string.Join('|', tokens.Items.ToArray().Select(token => text[token.Start..token.End])));
    }

    /// <summary>A place may end between an elided word and its apostrophe.</summary>
    [Theory]
    [InlineData("fr", "5 n'", 3)]
    [InlineData("it", "5 dell'anno", 6)]
    [InlineData("ar", "5 وخمسة", 3)]
    public void No_token_reaches_beyond_the_place_that_is_read(string language, string text, int end)
    {
        using var tokens = new Pooled<Token>();
        Lexer.Read(text, new(0, end), Shipped.Find(language)!, tokens);
        Assert.All(tokens.Items.ToArray(), token => Assert.True(token.End <= end));
    }
}
