namespace Verify.Claims.Text;

/// <summary>Headlines whose words all have capitals.</summary>
static class Titles
{
    const int LongWord = 5;
    const int FewestWords = 3;

    public static bool Is(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        var words = 0;
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word || token.Span.Length < LongWord) continue;
            if (!char.IsUpper(text[token.Start])) return false;
            words++;
        }
        return words >= FewestWords;
    }
}
