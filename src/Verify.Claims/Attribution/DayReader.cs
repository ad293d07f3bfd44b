using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Days of a month that is not named, after a word that leads to them and with nothing to count: "le <u>23</u>", "du <u>13 au 18</u>", "on the <u>29th</u>".</summary>
static class DayReader
{
    /// <summary>What goes with <see cref="Role.TimeLead"/>: a word before a day.</summary>
    public const byte Lead = 1;

    /// <summary>The same, before a day that is written as a place in an order: "on the 29th".</summary>
    public const byte OrdinalLead = 2;

    static readonly Roles After = Roles.Of(Role.NounStop, Role.Conjunction, Role.DayPart, Role.ClockLead, Role.Weekday, Role.TimePhrase);

    static readonly Roles NotAfter = Roles.Of(Role.Auxiliary, Role.Verb, Role.RatioOf, Role.Unit, Role.Percent, Role.Scale, Role.Counter, Role.Currency);

    static readonly Roles Numbers = Roles.Of(Role.Value, Role.Spelled, Role.Scale, Role.Multiplier);

    public static bool TryRead(in Sentence s, int at, out int next)
    {
        next = at;
        var ordinal = false;
        if (s.Match(at, Role.TimeLead, Lead, out var day) is null)
        {
            if (s.Match(at, Role.TimeLead, OrdinalLead, out day) is null) return false;
            ordinal = true;
        }
        // "dans le 13": a place that has a number.
        if (s.Is(at - 1, Role.NounStop) || !TryDay(s, day, ordinal, out next)) return false;
        if (Joined(s, next, ordinal, out var last)) next = last;
        return Ends(s, next);
    }

    /// <summary>"du 13 <u>au 18</u>", "dal 3 <u>al 5</u>", "entre le 13 <u>et le 18</u>".</summary>
    static bool Joined(in Sentence s, int at, bool ordinal, out int next)
    {
        next = at;
        var joined = s.IsMark(at, "-–") ? at + 1 : s.Match(at, Role.RangeTo, out var second) is not null || s.Match(at, Role.RangeAnd, out second) is not null || s.Match(at, Role.ListJoiner, out second) is not null ? second : at;
        if (s.Match(joined, Role.TimeLead, Lead, out var led) is not null) joined = led;
        return joined > at && TryDay(s, joined, ordinal, out next);
    }

    static bool TryDay(in Sentence s, int at, bool ordinal, out int next)
    {
        next = at + 1;
        if (!s.IsDigits(at) || !Figure.IsPlain(s.Of(at)) || s[at].Span.Length > 2 || Figure.Whole(s.Of(at)) is < 1 or > 31) return false;
        if (s.IsStuck(next) && s.Match(next, Role.OrdinalSuffix, out var after) is not null) next = after;
        else if (ordinal) return false;
        return true;
    }

    /// <summary>Nothing follows that the number could count, measure or be compared with.</summary>
    static bool Ends(in Sentence s, int at)
    {
        if (at >= s.Count) return true;
        if (s.IsMark(at, ".,;:?!)")) return !s.IsDigits(at + 1) || !s.IsStuck(at + 1);
        if (s.IsMark(at, "-–—")) return !s.IsStuck(at) && !s.IsDigits(at + 1);
        return s.IsWord(at) && s.MayStart(at, After) && s.Is(at, After) && !s.Is(at, NotAfter) && !s.IsDigits(at + 1) && !s.MayStart(at + 1, Numbers);
    }
}
