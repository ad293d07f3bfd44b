using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Times of the day: "pukul 14.30 WIB", "7:15", "5 p.m.".</summary>
static class ClockReader
{
    static readonly Roles Measured = Roles.Of(Role.Unit, Role.Percent, Role.Currency, Role.CurrencyPart, Role.Scale, Role.Multiplier, Role.Multiple, Role.Coin);

    static readonly Roles AfterMinutes = Roles.Of(Role.NounStop, Role.Conjunction, Role.RangeTo, Role.DayPart, Role.ClockMark);

    public static bool TryRead(in Sentence s, int at, out int next)
    {
        if (!One(s, at, out next) && !BareHours.TryRead(s, at, out next)) return false;
        while (BareHours.Joined(s, next, out var further)) next = further;
        return true;
    }

    static bool One(in Sentence s, int at, out int next)
    {
        next = at;
        var lead = s.Match(at, Role.ClockLead, out var digits);
        var (led, mayLead) = (lead is { Detail: 0 }, lead is { Detail: 1 });
        if (!s.IsDigits(digits)) return SpelledClock.TryRead(s, at, digits, led, mayLead, out next);
        if (!IsHour(s, digits)) return Unparted(s, digits, out next);
        next = digits + 1;
        var colon = false;
        while (s.IsMark(next, ':') && s.IsStuck(next) && s.IsDigits(next + 1) && s.IsStuck(next + 1) && s[next + 1].Span.Length == 2)
        {
            next += 2;
            colon = true;
        }
        // "15h30"
        if (!colon && s.IsStuck(next) && s.Match(next, Role.Unit, out var minutes) is { Code: "h" } && s.IsStuck(minutes) && s.IsDigits(minutes) && s[minutes].Span.Length == 2)
        {
            next = minutes + 1;
            colon = true;
        }
        if ((led || IsMarked(s, next)) && s.IsMark(next, "-–") && s.IsDigits(next + 1) && IsHour(s, next + 1)) next += 2;
        var marked = s.Match(next, Role.ClockMark, out var after) is not null;
        if (marked) next = after;
        // "lúc 8 giờ 30 phút"
        else if ((led || mayLead) && Hour(s, next, mayLead, out after)) (next, marked) = (after, true);
        // "เวลา 5 นาที": a span
        else if (led && !colon && s.Is(next, Role.Unit)) return false;
        // "8h30", "à 23 h 45"
        if (marked && !colon && s.IsDigits(next) && s[next].Span.Length <= 2 && (s.IsStuck(next) || ((led || mayLead || s.Language.CapitalNouns) && AreMinutes(s, next))))
        {
            next++;
            if (s.Match(next, Role.Unit, out after) is { Code: "min" }) next = after;
        }
        return led || colon || marked || IsDotted(s, digits) || (lead is { Detail: SpelledClock.Lead } && SpelledClock.Ends(s, ref next));
    }

    /// <summary>"à <u>23 heures</u>": after a word that may lead to anything only the hour itself shows a time, and "à 3 heures de route" is none.</summary>
    public static bool Hour(in Sentence s, int at, bool mayLead, out int next) =>
        s.Match(at, Role.Unit, out next) is { Code: "h" } && !(mayLead && s.Match(next, Role.RatioOf, out _) is { Detail: 1 });

    /// <summary>Minutes by name, or two digits behind an hour that count nothing: "um 20 Uhr <u>30</u>", but not "um 20 Uhr 12 Gäste".</summary>
    static bool AreMinutes(in Sentence s, int at) =>
        s.Match(at + 1, Role.Unit, out _) is { Code: "min" } || s[at].Span.Length == 2 && Figure.Whole(s.Of(at)) is >= 0 and < 60 && (!s.IsWord(at + 1) || s.Is(at + 1, AfterMinutes) || Verbs.Is(s, at + 1) || (s.Language.CapitalNouns && !s.IsCapital(at + 1))) && !s.Is(at + 1, Measured);

    /// <summary>"<u>1140</u> صباحا", "0930 GMT": hour and minutes without a mark between, before a word that is said of nothing but a time.</summary>
    static bool Unparted(in Sentence s, int at, out int next)
    {
        next = at;
        return s[at].Span.Length == 4 && Figure.Whole(s.Of(at)) is var time and >= 0 and <= 2400 && time % 100 < 60
            && s.Match(at + 1, Role.ClockMark, out next) is not null && !s.Is(at + 1, Measured) && !s.Is(at + 1, Role.NounStop);
    }

    /// <summary>"19.30", where that is no decimal and nothing is measured or paid by it.</summary>
    static bool IsDotted(in Sentence s, int at) =>
        s.Language.DottedClock && s.Of(at).Contains('.') && !s.Is(at + 1, Measured) && !s.IsMark(at - 1, "-−+=<>") && !s.IsStuck(at + 1)
        && s.MatchBefore(at, Role.Currency, 0, out _) is null && s.MatchBefore(at, Role.RelationBefore, 0, out _) is not { Detail: not (byte)Quantities.Relation.About };

    static bool IsMarked(in Sentence s, int at) => s.IsMark(at, "-–") && s.Is(at + 2, Role.ClockMark);

    /// <summary>An hour, or hour and minutes with a dot.</summary>
    static bool IsHour(in Sentence s, int at)
    {
        var digits = s.Of(at);
        var dot = digits.IndexOf('.');
        var hour = dot < 0 ? digits : digits[..dot];
        if (hour.Length > 2 || Figure.Whole(hour) is < 0 or > 24) return false;
        return dot < 0 || (digits.Length == dot + 3 && Figure.Whole(digits[(dot + 1)..]) is >= 0 and < 60);
    }
}
