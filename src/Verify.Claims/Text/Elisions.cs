namespace Verify.Claims.Text;

/// <summary>
/// Short words that lose their vowel before another word and are written with it: "l'homme", "d'euros", "dell'anno". Each is
/// a token of its own with its apostrophe, in the text and in the phrases of the language.
/// </summary>
sealed class Elisions(string[] words)
{
    const char Plain = '\'', Typeset = '’';

    readonly string[] written = [.. words.Select(w => w + Plain)];

    /// <summary>Few languages have any.</summary>
    public bool Any { get; } = words.Length > 0;

    /// <summary>The token as far as the elided word goes; unchanged where it begins with none.</summary>
    public Token Cut(Token token, ReadOnlySpan<char> text)
    {
        if (written.Length == 0 || token.Kind != TokenKind.Word) return token;
        var word = token.Span.Of(text);
        var mark = word.IndexOfAny(Plain, Typeset);
        if (mark < 0)
        {
            // "d'11 millions"
            if (token.End == text.Length || text[token.End] is not (Plain or Typeset)) return token;
            mark = word.Length;
        }
        return Find(word[..mark]) is null ? token : token with { End = token.Start + mark + 1 };
    }

    /// <summary>How the lexicon writes what stands in the text: with the plain apostrophe.</summary>
    public ReadOnlySpan<char> InLexicon(ReadOnlySpan<char> word) => written.Length > 0 && word.Length > 1 && word[^1] == Typeset && Find(word[..^1]) is { } plain ? plain : word;

    string? Find(ReadOnlySpan<char> word)
    {
        foreach (var elided in written)
        {
            if (elided.Length == word.Length + 1 && elided.AsSpan(0, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)) return elided;
        }
        return null;
    }
}
