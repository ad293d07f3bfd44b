using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Arithmetic;

/// <summary>Whether two figures measure the same, as far as their words tell. They may stand in different sentences.</summary>
static class Alike
{
    /// <summary>The same unit, or none on either side.</summary>
    public static bool InUnit(ReadOnlySpan<char> text, Quantity a, Quantity b)
    {
        if (a.Unit is not { } one || b.Unit is not { } other) return a.Unit is null && b.Unit is null;
        return a.Kind == b.Kind && (one.Code is not null || other.Code is not null ? one.Code == other.Code : IsSame(one.Span.Of(text), other.Span.Of(text)));
    }

    /// <summary>The same unit, where only the later figure may be the one that writes it.</summary>
    public static bool OrShares(ReadOnlySpan<char> text, Quantity first, Quantity later) => InUnit(text, first, later) || (first is { Unit: null, Counted: null } && later.Unit is not null);

    /// <summary>Nothing contradicts that both count the same: one is bare, or they have a word in common.</summary>
    public static bool InNoun(ReadOnlySpan<char> text, Quantity a, Quantity b) => a.Counted is not { } one || b.Counted is not { } other || SharesWord(text, one, other);

    /// <summary>Some word of one stands in the other.</summary>
    static bool SharesWord(ReadOnlySpan<char> text, Excerpt a, Excerpt b)
    {
        for (var i = a.Start; Lexer.Next(text, i, a.End, out var one); i = one.End)
        {
            if (one.Kind != TokenKind.Word) continue;
            for (var j = b.Start; Lexer.Next(text, j, b.End, out var other); j = other.End)
            {
                if (IsSame(one.Span.Of(text), other.Span.Of(text))) return true;
            }
        }
        return false;
    }

    static bool IsSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
