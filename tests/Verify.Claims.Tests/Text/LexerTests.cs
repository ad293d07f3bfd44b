using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Tests.Text;

public sealed class LexerTests
{
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
