using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>What an article's own figures show about its separators.</summary>
static class DigitEvidence
{
    /// <summary>True when some figure can only be read in the language's own convention ("1.234,5" in Indonesian) and none only in the other.</summary>
    public static bool ShowsOwn(ReadOnlySpan<char> text, Language language)
    {
        var own = false;
        for (var at = 0; text[at..].IndexOfAnyInRange('0', '9') is var next and >= 0;)
        {
            at += next;
            Lexer.Next(text, at, text.Length, out var token);
            at = token.End;
            if (!DigitString.TryRead(token.Span.Of(text), language, out var read)) continue;
            if (read.Shown == Convention.Foreign) return false;
            own |= read.Shown == Convention.Own;
        }
        return own;
    }
}
