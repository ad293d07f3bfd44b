using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>Tells lines that belong to the page from lines that belong to the article.</summary>
static class Furniture
{
    const int LongestPhrase = 12;

    /// <summary>The kind of furniture a line is, or null. <paramref name="alone"/>: nothing follows its label.</summary>
    public static FurnitureKind? Find(ReadOnlySpan<char> text, Excerpt line, Language language, out bool alone)
    {
        alone = false;
        var start = SkipMarks(text, line);
        if (!Lexer.Next(text, start, line.End, out var first)) return null;
        var word = language.Lexicon.Find(first.Span.Of(text));
        if (!language.Lexicon.Starts(word).Has(Role.Furniture)) return null;

        Span<Token> tokens = stackalloc Token[LongestPhrase];
        var count = 0;
        for (var at = start; count < LongestPhrase && Lexer.Next(text, at, line.End, out var token); at = token.End)
            tokens[count++] = language.LookedUp(token, text[..line.End]);
        var s = new Sentence(text, line, tokens[..count], language);
        if (s.Match(0, Role.Furniture, out var next) is not { } phrase) return null;

        var kind = (FurnitureKind)phrase.Detail;
        var labelled = s.IsMark(next, ":|/–—-");
        var end = labelled ? next + 1 : next;
        alone = end == count && count < LongestPhrase;
        return alone || kind == FurnitureKind.Opener || (kind == FurnitureKind.Label && labelled) ? kind : null;
    }

    /// <summary>Bullets, arrows and brackets before the words.</summary>
    static int SkipMarks(ReadOnlySpan<char> text, Excerpt line)
    {
        var at = line.Start;
        while (at < line.End && !char.IsLetterOrDigit(text[at])) at++;
        return at;
    }
}
