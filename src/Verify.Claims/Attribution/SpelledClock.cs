using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Clock times in words: "zehn Uhr", "a las tres", "sono le nove e un quarto".</summary>
static class SpelledClock
{
    /// <summary>What goes with <see cref="Role.ClockLead"/>: words that lead to an hour even where nothing else marks it, as long as nothing is counted.</summary>
    public const byte Lead = 2;

    static readonly Roles Hours = Roles.Of(Role.Value, Role.Spelled);

    static readonly Roles After = Roles.Of(Role.DayPart, Role.Weekday, Role.TimePhrase, Role.RelationAfter);

    /// <param name="hour">The first token after the lead.</param>
    public static bool TryRead(in Sentence s, int at, int hour, bool led, bool mayLead, out int next)
    {
        next = at;
        if ((led || s.MayStart(hour, Hours)) && NumberWords.Match(s, hour, out var after) is { Value: <= 24 } && (s.Match(after, Role.ClockMark, out next) is not null || ((led || mayLead) && hour > at && ClockReader.Hour(s, after, true, out next)))) return true;
        if (s.Match(at, Role.ClockLead, Lead, out var said) is not null && TryHour(s, said, out next)) return Ends(s, ref next) || Ranges(s, ref next);
        return led && hour > at && TryHour(s, hour, out next) && Ranges(s, ref next);
    }

    /// <summary>"de las cinco <u>hasta las siete</u>"</summary>
    static bool Ranges(in Sentence s, ref int next) =>
        s.Match(next, Role.ClockLead, out var second) is not null && TryHour(s, second, out next) && Ends(s, ref next);

    /// <summary>One to twelve, and the quarters between.</summary>
    static bool TryHour(in Sentence s, int at, out int next)
    {
        next = at;
        if (!s.MayStart(at, Hours) || !s.Language.Numerals.TryRead(s, at, out var read) || (read.Forms & NumeralForms.Digits) != 0 || read.Value is < 1 or >= 13 || !decimal.IsInteger(read.Value * 4)) return false;
        next = read.Next;
        return true;
    }

    /// <summary>Nothing follows that the hour could count; past "about".</summary>
    public static bool Ends(in Sentence s, ref int at)
    {
        if (s.Match(at, Role.RelationAfter, out var about) is { Detail: (byte)Quantities.Relation.About }) at = about;
        return at >= s.Count || s.IsMark(at, ".,;:?!)") || s.Is(at, After);
    }
}
