using System.Buffers;

namespace Verify.Claims.Attribution;

/// <summary>A quotation in the text: what stands between its marks, which may be several sentences.</summary>
/// <param name="Open">The mark that opens it.</param>
/// <param name="Sure">The mark that opens it cannot be one that closes.</param>
readonly record struct Quotation(Excerpt Inside, int Open, bool Sure)
{
    /// <summary>How far a quotation reaches on either side of a place in it, in code units.</summary>
    const int Reach = 1600;

    const string Opening = "“«「『";
    const string Closing = "”»」』";
    const string Doubled = "''";
    static readonly SearchValues<char> Marks = SearchValues.Create("“”\"«»「」『』\n\r");

    /// <summary>
    /// The quotation around a place, taken from the nearest marks before it on its line and after it. Marks are told by their shape and,
    /// where straight, by what they touch. A paragraph may go on with an opening mark of its own, as English papers write.
    /// </summary>
    public static bool TryFind(ReadOnlySpan<char> text, Excerpt place, out Quotation quotation)
    {
        quotation = default;
        var floor = Math.Max(0, place.Start - Reach);
        var open = LastMark(text, floor, Math.Min(text.Length, place.Start + 1));
        if (open < 0 || !MayOpen(text, open)) return false;
        var close = Close(text, place.End);
        if (close < 0 || close <= open) return false;
        var start = open + LengthOf(text, open);
        while (start < close && char.IsWhiteSpace(text[start])) start++;
        quotation = new(new(start, close), open, Opening.Contains(text[open], StringComparison.Ordinal) || (IsStraight(text[open]) && Touches(text, open + LengthOf(text, open)) && !Touches(text, open - 1)));
        return place.Start <= close && start < close;
    }

    static int LastMark(ReadOnlySpan<char> text, int floor, int end)
    {
        var found = text[floor..end].LastIndexOfAny(Marks);
        // Two apostrophes matter only behind the last of the other marks.
        var doubled = text[(floor + found + 1)..end].LastIndexOf(Doubled);
        if (doubled >= 0) return floor + found + 1 + doubled;
        return found < 0 || text[floor + found] is '\n' or '\r' ? -1 : floor + found;
    }

    static int Close(ReadOnlySpan<char> text, int from)
    {
        var limit = Math.Min(text.Length, from + Reach);
        var at = Math.Max(0, from - 1);
        while (at < limit)
        {
            var found = text[at..limit].IndexOfAny(Marks);
            var doubled = text[at..(found < 0 ? limit : at + found)].IndexOf(Doubled);
            if (doubled >= 0) found = doubled;
            if (found < 0) return -1;
            at += found;
            if (text[at] is '\n' or '\r')
            {
                while (at < limit && char.IsWhiteSpace(text[at])) at++;
                if (at >= limit || !(IsStraight(text[at]) || Opening.Contains(text[at], StringComparison.Ordinal))) return -1;
                at += LengthOf(text, at);
            }
            else return MayClose(text, at) ? at : -1;
        }
        return -1;
    }

    static bool MayOpen(ReadOnlySpan<char> text, int at) =>
        Opening.Contains(text[at], StringComparison.Ordinal) || (IsStraight(text[at]) ? Touches(text, at + LengthOf(text, at)) || !Touches(text, at - 1) : !Touches(text, at + 1));

    static bool MayClose(ReadOnlySpan<char> text, int at) => Closing.Contains(text[at], StringComparison.Ordinal) || (IsStraight(text[at]) && Touches(text, at - 1));

    static bool IsStraight(char mark) => mark is '"' or '\'';

    /// <summary>A mark is one code unit, or two apostrophes.</summary>
    public static int LengthOf(ReadOnlySpan<char> text, int at) => text[at] == '\'' ? Doubled.Length : 1;

    static bool Touches(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or '[');
}
