using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Days in figures that stand in a row: "11/20, 11/22 or 11/25", "11/20, 12 of Nov". One alone is a fraction.</summary>
static class DateLists
{
    public static bool TryRead(in Sentence s, int at, out int next)
    {
        next = at + 3;
        if (s.IsMark(next, ',') && s.IsDigits(next + 1) && CalendarReader.Named(s, next + 1, out _)) return true;
        var last = next;
        while (Joined(s, last) is var item && item > last && IsBeside(s, at, item)) last = item + 3;
        if (last == next) return false;
        next = last;
        return true;
    }

    static int Joined(in Sentence s, int at)
    {
        var item = s.IsMark(at, ',') ? at + 1 : at;
        return s.Match(item, Role.ListJoiner, out var over) is not null || s.Match(item, Role.RangeAnd, out over) is not null || s.Match(item, Role.RangeTo, out over) is not null ? over : item;
    }

    /// <summary>In the same month, with two digits each: "1/3 or 1/4" are parts.</summary>
    static bool IsBeside(in Sentence s, int first, int at) =>
        s.IsDigits(at) && s.IsMark(at + 1, '/') && s.IsStuck(at + 1) && s.IsDigits(at + 2) && s.IsStuck(at + 2) && !s.IsMark(at + 3, '/')
        && s[at].Span.Length == 2 && s[at + 2].Span.Length == 2 && s[first].Span.Length == 2 && s[first + 2].Span.Length == 2
        && CalendarReader.IsDayAndMonth(s, at, at + 2) && (s.Of(at).SequenceEqual(s.Of(first)) || s.Of(at + 2).SequenceEqual(s.Of(first + 2)));
}
