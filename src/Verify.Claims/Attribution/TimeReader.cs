using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Finds dates and clock times, so that their figures are never taken for quantities.</summary>
static class TimeReader
{
    static readonly Roles Starts = Roles.Of(Role.TimePhrase, Role.TimeLead, Role.Weekday, Role.Month, Role.ClockLead, Role.DecadeSuffix, Role.Century, Role.Ordinal, Role.Value, Role.Spelled);

    static readonly Roles Signs = Roles.Of(Role.Value, Role.Multiplier);

    static readonly Roles Numbers = Roles.Of(Role.Value, Role.Spelled, Role.Multiplier, Role.Adder, Role.Scale, Role.Fraction, Role.Vague, Role.VagueLead);

    /// <summary>Every time of the sentence, in order and apart from each other.</summary>
    public static void Read(in Sentence s, Pooled<Stretch> times)
    {
        times.Clear();
        var starts = s.Language.SignsPerWord > 1 ? Starts | Signs : Starts;
        for (var i = 0; i < s.Count; i++)
        {
            if (!s.IsDigits(i) && !s.MayStart(i, starts)) continue;
            if (s.Language.SignsPerWord > 1 && IsInNumber(s, i)) continue;
            if (!TryRead(s, i, out var next)) continue;
            times.Add(new(i, next));
            i = next - 1;
        }
    }

    /// <summary>"20万<u>2000</u>", "3分の<u>2000</u>": no year.</summary>
    static bool IsInNumber(in Sentence s, int at) =>
        s.IsDigits(at) && !s.Is(at + 1, Role.DatePart) && (s.Is(at - 1, Role.Scale) || s.Is(at - 1, Role.Multiplier) || s.MatchBefore(at, Role.Over, 0, out _) is not null);

    static bool TryRead(in Sentence s, int i, out int next)
    {
        if (!Core(s, i, false, out next)) return false;
        while (More(s, next, out var further)) next = further;
        return true;
    }

    /// <summary>What may follow a time and belongs to it: "Selasa <u>(5/3)</u> <u>malam</u> <u>lalu</u>".</summary>
    static bool More(in Sentence s, int at, out int next)
    {
        if (s.IsMark(at, '(') && (CalendarReader.Numeric(s, at + 1, true, out next) || CalendarReader.Named(s, at + 1, out next) || CalendarReader.Weekday(s, at + 1, out next) && s.Language.SignsPerWord > 1 || DatePartsReader.TryRead(s, at + 1, true, out next)) && s.IsMark(next, ')'))
        {
            next++;
            return true;
        }
        if (s.IsMark(at, ',') && s.IsDigits(at + 1) && CalendarReader.Named(s, at + 1, out next)) return true;
        return s.Match(at, Role.DayPart, out next) is not null
            || s.Match(at, Role.DurationAfter, out next) is not null
            || CalendarReader.Named(s, at, out next)
            || CalendarReader.Numeric(s, at, false, out next)
            || DatePartsReader.TryRead(s, at, true, out next)
            || ClockReader.TryRead(s, at, out next);
    }

    static bool Core(in Sentence s, int i, bool led, out int next)
    {
        next = i;
        if (IsMeasured(s, i)) return false;
        if (s.Match(i, Role.TimePhrase, out next) is not null) return true;
        if (s.Match(i, Role.TimeLead, 0, out var afterLead) is not null && !References.Is(s, afterLead) && Led(s, afterLead, out next)) return true;
        return Span(s, i, out next)
            || CalendarReader.Weekday(s, i, out next)
            || DatePartsReader.TryRead(s, i, led, out next)
            || ClockReader.TryRead(s, i, out next)
            || CenturyReader.TryRead(s, i, out next)
            || CalendarReader.Named(s, i, out next)
            || CalendarReader.Numeric(s, i, led, out next)
            || DayReader.TryRead(s, i, out next)
            || YearReader.TryRead(s, i, led, out next);
    }

    /// <summary>"the 5 <u>coming</u> years", "2 <u>prochains</u> mois": a span that its adjective lays in time.</summary>
    static bool Span(in Sentence s, int at, out int next)
    {
        next = at + 1;
        if (!s.IsDigits(at) && NumberWords.Match(s, at, out next) is null) return false;
        return s.Match(next, Role.DurationBefore, 1, out next) is not null && s.Match(next, Role.Unit, out next) is { } unit && UnitReader.IsDuration(unit.Code);
    }

    /// <summary>In "lima tahun lalu" the unit belongs to the number before it.</summary>
    static bool IsMeasured(in Sentence s, int at) =>
        s.Is(at, Role.Unit) && (s.IsDigits(at - 1) || (s.MayStart(at - 1, Numbers) && !NounPhrases.IsOpener(s, at - 1)));

    /// <summary>After "tahun", "bulan", "akhir" …: a date, or a year that needs no other sign.</summary>
    static bool Led(in Sentence s, int at, out int next)
    {
        if (s.IsMark(at, '-') && s.IsStuck(at)) at++;
        return Core(s, at, true, out next);
    }
}
