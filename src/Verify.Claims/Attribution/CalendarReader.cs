using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Days and months, by name or in figures.</summary>
static class CalendarReader
{
    static readonly Roles NotAfterDay = Roles.Of(Role.Percent, Role.Scale, Role.Unit, Role.Counter, Role.Currency);

    /// <summary>"Selasa", "Senin-Jumat".</summary>
    public static bool Weekday(in Sentence s, int at, out int next)
    {
        if (s.Match(at, Role.Weekday, out next) is null) return false;
        if (s.IsMark(next, "-–") && s.Match(next + 1, Role.Weekday, out var last) is not null) next = last;
        return true;
    }

    /// <summary>"5 Maret 2024", "4-6 September", "March 5, 2024", "Oktober 2023", "Oktober".</summary>
    public static bool Named(in Sentence s, int at, out int next)
    {
        next = at;
        var day = IsDay(s, at);
        var month = day ? AfterDay(s, at + 1) : at;
        // "18 तारीख", "2 july": also a word that is none without its day.
        if (s.Match(month, Role.Month, 0, out next) is null && !(day && s.Match(month, Role.Month, 1, out next) is not null)) return false;
        if (!day && IsDay(s, next) && !YearReader.IsYear(s, next) && !s.MayStart(next + 1, NotAfterDay))
        {
            next = OverSuffix(s, next + 1);
            if (s.IsMark(next, "-–") && IsDay(s, next + 1)) next = OverSuffix(s, next + 2);
        }
        var year = s.IsMark(next, ',') && next > month + 1 ? next + 1 : next;
        if (s.IsMark(year, "-–") && s.IsStuck(year) || s.IsMark(year, '/')) year++;
        // "mai mult de": a word that is a month only beside a day or a year.
        if (!YearReader.IsYear(s, year) && !(s.Match(next, Role.RatioOf, out year) is { Detail: 1 } && YearReader.IsYear(s, year))) return day || next > month + 1 || !s.MayStart(month, Role.RelationBefore);
        next = year + 1;
        if (!YearReader.OverName(s, ref next)) next = Numerals.Figures.OverEnding(s, next);
        return true;
    }

    /// <summary>"5/3/2024", "2024-03-05"; where the context shows a date, also "5/3", and "5-3" after a part of the day.</summary>
    public static bool Numeric(in Sentence s, int at, bool led, out int next)
    {
        if (Dotted(s, at, out next) || Compact(s, at, out next)) return true;
        next = at;
        if (!s.IsDigits(at) || !s.IsMark(at + 1, "/-") || !s.IsDigits(at + 2) || !s.IsStuck(at + 1) || !s.IsStuck(at + 2)) return false;
        var mark = s.Text[s[at + 1].Start];
        var full = s.IsMark(at + 3, mark) && s.IsStuck(at + 3) && s.IsDigits(at + 4) && s.IsStuck(at + 4);
        if (full && IsDate(s, at, at + 2, at + 4))
        {
            next = at + 5;
            return true;
        }
        // "sáng 12-6"
        var dated = (led && mark == '/') || s.MatchBefore(at, Role.DayPart, 0, out _) is not null;
        if (full || !IsDayAndMonth(s, at, at + 2)) return false;
        // "03/25": no part is written with a zero before it.
        if (mark == '/' && s.Of(at)[0] == '0' && s[at].Span.Length == 2 && s[at + 2].Span.Length == 2) dated = true;
        if (!dated) return mark == '/' && DateLists.TryRead(s, at, out next);
        next = at + 3;
        return true;
    }

    /// <summary>"20161016", where nothing is counted or paid by it.</summary>
    static bool Compact(in Sentence s, int at, out int next)
    {
        next = at + 1;
        if (!s.IsDigits(at) || s[at].Span.Length != 8 || Numerals.Figure.Whole(s.Of(at)) is not (>= 19000101 and <= 20991231)) return false;
        var digits = s.Of(at);
        return Numerals.Figure.Whole(digits[4..6]) is >= 1 and <= 12 && Numerals.Figure.Whole(digits[6..]) is >= 1 and <= 31
            && !s.Is(next, NotAfterDay) && s.MatchBefore(at, Role.Currency, 0, out _) is null && s.MatchBefore(at, Role.RelationBefore, 0, out _) is null && !Quantities.References.Is(s, at);
    }

    /// <summary>"3.10.2024", and "3.10." where the language marks an order by a full stop: one token, since the marks could group digits.</summary>
    static bool Dotted(in Sentence s, int at, out int next)
    {
        next = at + 1;
        if (!s.IsDigits(at)) return false;
        var digits = s.Of(at);
        var first = digits.IndexOf('.');
        var last = digits.LastIndexOf('.');
        if (first is not (1 or 2) || Numerals.Figure.Whole(digits[..first]) is not (>= 1 and <= 31)) return false;
        if (last > first) return Numerals.Figure.Whole(digits[(first + 1)..last]) is >= 1 and <= 12 && digits.Length - last is 3 or 5 && Numerals.Figure.Whole(digits[(last + 1)..]) >= 0;
        return s.IsMark(next, '.') && s.IsStuck(next) && s.Match(next, Role.OrdinalSuffix, out next) is not null && s.IsWord(next) && Numerals.Figure.Whole(digits[(first + 1)..]) is >= 1 and <= 12;
    }

    /// <summary>From the end of a day number to where its month must stand: over a suffix, a range, an "of".</summary>
    static int AfterDay(in Sentence s, int at)
    {
        at = OverSuffix(s, at);
        var second = at;
        var range = s.IsMark(second++, "-–") || s.Match(at, Role.RangeTo, out second) is { Detail: 0 } || s.Match(at, Role.RangeAnd, out second) is not null;
        if (range && IsDay(s, second)) at = OverSuffix(s, second + 1);
        if (s.IsMark(at, '-') && s.IsStuck(at)) at++;
        return s.Match(at, Role.RatioOf, out var month) is not null && s.Is(month, Role.Month) ? month : at;
    }

    static int OverSuffix(in Sentence s, int at) => s.IsStuck(at) && s.Match(at, Role.OrdinalSuffix, out var next) is not null ? next : at;

    static bool IsDay(in Sentence s, int at) => Figure(s, at, 2) is >= 1 and <= 31;

    static bool IsDate(in Sentence s, int a, int b, int c) =>
        s[a].Span.Length == 4
            ? YearReader.IsYear(s, a) && Figure(s, b, 2) is >= 1 and <= 12 && Figure(s, c, 2) is >= 1 and <= 31
            : IsDayAndMonth(s, a, b) && (YearReader.IsYear(s, c) || (s[c].Span.Length == 2 && Figure(s, c, 2) >= 0));

    public static bool IsDayAndMonth(in Sentence s, int a, int b) =>
        Figure(s, a, 2) is var day and >= 1 and <= 31 && Figure(s, b, 2) is var month and >= 1 and <= 31 && Math.Min(day, month) <= 12;

    /// <summary>The value of at most so many plain digits; -1 for anything else.</summary>
    static int Figure(in Sentence s, int at, int digits) =>
        s.IsDigits(at) && s[at].Span.Length <= digits ? Numerals.Figure.Whole(s.Of(at)) : -1;
}
