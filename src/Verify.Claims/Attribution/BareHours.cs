using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Hours with nothing but their unit, which makes a span of them as well: clock times where a clock time stands beside them, or where the language writes them so.</summary>
static class BareHours
{
    /// <summary>"2h-3h" is a span more often than a time of the night.</summary>
    const int Morning = 7;

    static readonly Roles Joiners = Roles.Of(Role.ListJoiner, Role.RangeAnd, Role.RangeTo, Role.ClockLead);

    static readonly Roles Measuring = Roles.Of(Role.Per, Role.DurationAfter);

    /// <summary>"à 9h <u>ou 13h</u>", "om 9 uur <u>of 10 uur</u>": another hour like the one before it.</summary>
    public static bool Joined(in Sentence s, int at, out int next)
    {
        next = at;
        if (s.MatchBefore(at, Role.Unit, 0, out var unit) is not { Code: "h" } || Joint(s, at) is var hour && (hour == at || !TryHour(s, hour, out next))) return false;
        return s.Of(s.Between(unit, at)).SequenceEqual(s.Of(s.Between(hour + 1, next)));
    }

    /// <summary>"de <u>9h à 18h</u>", "entre <u>16h et 17h</u>", "lundi <u>8h</u>", "<u>15h</u> : …".</summary>
    public static bool TryRead(in Sentence s, int at, out int next)
    {
        next = at;
        if (!s.Language.LetterClock || !s.IsStuck(at + 1) || !TryHour(s, at, out next)) return false;
        if (Joint(s, next) is var second && second > next && s.IsStuck(second + 1) && TryHour(s, second, out var after) && Value(s, at) is >= Morning and var first && Value(s, second) > first)
        {
            next = after;
            return true;
        }
        return s.MatchBefore(at, Role.Weekday, 0, out _) is not null || (at == 0 && (next == s.Count || s.IsMark(next, ':')));
    }

    static int Joint(in Sentence s, int at)
    {
        var over = s.IsMark(at, "-–,") ? at + 1 : at;
        foreach (var role in (ReadOnlySpan<Role>)[Role.ListJoiner, Role.RangeAnd, Role.RangeTo, Role.ClockLead])
        {
            if (s.MayStart(over, Joiners) && s.Match(over, role, out var next) is not null) return next;
        }
        return over;
    }

    static bool TryHour(in Sentence s, int at, out int next)
    {
        next = at;
        return s.IsDigits(at) && s[at].Span.Length <= 2 && Value(s, at) is >= 0 and <= 24 && s.Match(at + 1, Role.Unit, out next) is { Code: "h" }
            && !s.IsDigits(next) && !s.Is(next, Measuring) && s.Match(next, Role.RatioOf, out _) is not { Detail: 1 };
    }

    static int Value(in Sentence s, int at) => Figure.Whole(s.Of(at));
}
