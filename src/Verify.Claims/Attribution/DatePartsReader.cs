using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Dates and clock times whose numbers each have a word behind them: "2020年5月3日", "5월 3일", "三点半", "4至6月", "80年代".</summary>
static class DatePartsReader
{
    static readonly Roles Numbers = Roles.Of(Role.Value, Role.Multiplier, Role.Scale);

    static readonly Roles AfterHour = Roles.Of(Role.NounStop, Role.Particle, Role.Conjunction, Role.DayPart, Role.RangeTo, Role.ClockMark, Role.DurationAfter);

    public static bool TryRead(in Sentence s, int at, bool led, out int next)
    {
        next = at;
        if (s.Language.SignsPerWord == 1 || !IsNumber(s, at) || IsNumber(s, at - 1) || s.MatchBefore(at, Role.VagueLead, 0, out _) is not null || !TryRow(s, at, led, out next)) return false;
        // "2004年至2006年"
        var joined = s.IsMark(next, "-–—~") ? next + 1 : s.Match(next, Role.RangeTo, out var over) is not null ? over : -1;
        if (joined > 0 && TryRow(s, joined, led, out var last)) next = last;
        return true;
    }

    /// <summary>Parts in falling order.</summary>
    static bool TryRow(in Sentence s, int at, bool led, out int next)
    {
        next = at;
        var rank = 0;
        while (TryPart(s, next, led || rank > 0, out var code, out var after) && RankOf(code) > rank)
        {
            rank = RankOf(code);
            next = after;
            if (code == "h" && s.Match(next, Role.Fraction, out var half) is not null) next = half;
        }
        return next > at;
    }

    static bool TryPart(in Sentence s, int at, bool led, out string code, out int next)
    {
        code = "";
        next = at;
        if (!TryNumber(s, at, out var value, out var end)) return false;
        // "4至6月", "5、6月"
        var joined = s.IsMark(end, "-–—~,") ? end + 1 : s.Match(end, Role.RangeTo, out var over) is not null ? over : s.Match(end, Role.RangeAnd, out over) is not null ? over : -1;
        if (joined > 0 && TryNumber(s, joined, out var upper, out var second) && s.Is(second, Role.DatePart)) (value, end) = (upper, second);
        if (s.Match(end, Role.DatePart, out next) is not { Code: { } part }) return false;
        if (IsLonger(s, end, next, Role.Unit) || IsLonger(s, end, next, Role.Counter)) return false;
        // "10日元" are yen, but "5月10日元旦" is a day.
        if (!led && (IsLonger(s, end, next, Role.Currency) || IsLonger(s, end, next, Role.CurrencyPart))) return false;
        code = part;
        return IsPlausible(s, at, next, value, code, led);
    }

    static bool IsLonger(in Sentence s, int at, int than, Role role) => s.Match(at, role, out var next) is not null && next > than;

    static bool IsPlausible(in Sentence s, int at, int next, decimal value, string code, bool led) => code switch
    {
        "a" => led || (value is >= 1000 and < 3000 && (IsPlaces(s, at, value) || IsFollowed(s, next)) && s.MatchBefore(at, Role.RelationBefore, 0, out _) is null) || (value is >= 10 and < 1000 && IsFollowed(s, next)) || IsShort(s, at, value),
        "mo" => value is >= 1 and <= 12,
        "d" => value is >= 1 and <= 31,
        "h" => value is >= 0 and <= 24 && (led || IsFollowed(s, next) || EndsClock(s, next)),
        "min" or "s" => led && value is >= 0 and < 60,
        _ => value is >= 1 and <= 40,
    };

    /// <summary>"二〇二四年" is a year, "两千年" a long time.</summary>
    static bool IsPlaces(in Sentence s, int at, decimal value) => s.IsDigits(at) || (Numerals.MyriadRun.Read(s, at) is { Count: > 2 } run && run.Value == value);

    /// <summary>"<u>零八</u>年": no count begins with a zero.</summary>
    static bool IsShort(in Sentence s, int at, decimal value) =>
        value < 10 && (s.IsDigits(at) ? s[at].Span.Length == 2 && s.Of(at)[0] == '0' : Numerals.MyriadRun.Read(s, at) is { Count: 2, First: 0 });

    /// <summary>"23点<u>45分</u>", "97年<u>5月</u>".</summary>
    static bool IsFollowed(in Sentence s, int at) => TryNumber(s, at, out _, out var end) && s.Is(end, Role.DatePart) && end > at;

    /// <summary>"3点" alone, but not "3点建议".</summary>
    static bool EndsClock(in Sentence s, int at) => s.Is(at, Role.Fraction) || (!IsNumber(s, at) && (!s.IsUnspaced(at) || !s.IsStuck(at) || s.Is(at, AfterHour)));

    static bool TryNumber(in Sentence s, int at, out decimal value, out int next)
    {
        value = 0;
        next = at;
        if (!IsNumber(s, at)) return false;
        if (s.IsDigits(at) && !Numerals.Figure.IsPlain(s.Of(at))) return false;
        if (!s.Language.Numerals.TryPlace(s, at, out var read) || !decimal.IsInteger(read.Value)) return false;
        (value, next) = (read.Value, read.Next);
        return true;
    }

    static bool IsNumber(in Sentence s, int at) => s.IsDigits(at) || s.MayStart(at, Numbers);

    static int RankOf(string code) => code switch
    {
        "a" => 2,
        "3.mo" => 3,
        "mo" => 4,
        "d" => 5,
        "h" => 6,
        "min" => 7,
        _ => 8,
    };
}
