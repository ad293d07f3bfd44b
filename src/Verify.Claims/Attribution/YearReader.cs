using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Years that stand alone. Four plain digits are a year where something around them says so, or where nothing is counted.</summary>
static class YearReader
{
    static readonly Roles Counting = Roles.Of(Role.Percent, Role.Scale, Role.Unit, Role.Counter, Role.Currency, Role.Multiple);

    const int Modern = 1500;

    static readonly Roles NotNouns = Roles.Of(Role.NounStop, Role.Verb, Role.Modal, Role.Conjunction);

    static readonly Roles BeforeCounts = Roles.Of(Role.NounStop, Role.Verb);

    /// <summary>Four plain digits from 1000 to 2999.</summary>
    public static bool IsYear(in Sentence s, int at) =>
        s.IsDigits(at) && s[at].Span.Length == 4 && Figure.Whole(s.Of(at)) is >= 1000 and < 3000;

    /// <param name="led">A word such as "tahun" stands before it.</param>
    public static bool TryRead(in Sentence s, int at, bool led, out int next)
    {
        if (s.IsWord(at)) return SpelledYears.TryRead(s, at, led, out next);
        if (s.IsMark(at, '\'') && s.IsDigits(at + 1)) at++;
        if (IsDecade(s, at, led, out next)) return OverName(s, ref next) || led || s[at].Span.Length == 4 || s.IsStuck(at);
        next = at + 1;
        if (!IsYear(s, at) || (!led && References.Is(s, at))) return false;
        if (OverName(s, ref next)) return true;
        next = Figures.OverEnding(s, next);
        if (IsSecond(s, at, out var second))
        {
            next = second + 1;
            return OverName(s, ref next) || led || (IsLikely(s, at) && !s.Is(next, Counting) && s.MatchBefore(at, Role.RelationBefore, 0, out _) is null);
        }
        return led || (IsLikely(s, at) ? !Counts(s, at) : IsDated(s, at));
    }

    /// <summary>"1453 <u>год</u>", "в 2023-<u>м</u>": past the word or the ending after a number that says that it is a year, and no count of them.</summary>
    public static bool OverName(in Sentence s, ref int next)
    {
        var over = next;
        var suffix = s.IsMark(next, '-') && s.IsStuck(next) && s.Match(next, Role.OrdinalSuffix, out over) is not null;
        if (s.Match(suffix ? over : next, Role.YearNoun, out var after) is { Detail: 1 }) next = after;
        else if (suffix) next = over;
        else return false;
        return true;
    }

    /// <summary>"2019-2020", "2019/20", "2019 hingga 2020".</summary>
    static bool IsSecond(in Sentence s, int at, out int second)
    {
        second = at + 2;
        if (s.IsMark(at + 1, "-–/") && s.IsStuck(at + 1)) return IsYear(s, second) || (s.IsDigits(second) && s.IsStuck(second) && s[second].Span.Length == 2);
        return s.Match(at + 1, Role.RangeTo, out second) is not null && IsYear(s, second) && IsLikely(s, second);
    }

    /// <summary>"<u>In</u> 1519, he became …": a year where the word before it leads to times and nothing after it is counted. In news a figure below that is more often a count: "resulted in 1340".</summary>
    static bool IsDated(in Sentence s, int at) =>
        Figure.Whole(s.Of(at)) >= Modern && (s.MatchBefore(at, Role.YearBefore, 0, out _) is { Detail: 1 } || Opens(s, at)) && !IsNoun(s, at + 1) && !s.Is(at + 1, Counting) && !s.IsMark(at + 1, "%-–");

    /// <summary>"<u>1519</u> wurde er …": where every noun has a capital, a figure before a verb counts none.</summary>
    static bool Opens(in Sentence s, int at) => at == 0 && s.Language.CapitalNouns && Figure.Whole(s.Of(at)) < 2200 && Verbs.Is(s, at + 1);

    /// <summary>"2019 <u>or more</u>"; "2018 <u>o más tarde</u>", "2012 <u>से अधिक वर्ष</u>" bound the year itself.</summary>
    static bool IsComparedAfter(in Sentence s, int at)
    {
        var end = Figures.OverEnding(s, at + 1);
        if (s.Match(end, Role.RelationAfter, out var over) is null || (s.Match(end, Role.YearNoun, out var named) is not null && named > over)) return false;
        return !(BoundedYears.IsExact(s, at) && BoundedYears.IsYearWord(s, over));
    }

    static bool IsNoun(in Sentence s, int at) =>
        s.Language.CapitalNouns ? !CountedNoun.Read(s, at, false).IsEmpty : s.IsWord(at) && !s.MayStart(at, NotNouns) && !s.IsCapital(at);

    static bool IsLikely(in Sentence s, int at) => Figure.Whole(s.Of(at)) is >= 1800 and < 2200;

    static bool IsDecade(in Sentence s, int at, bool led, out int next)
    {
        next = at;
        if (!s.IsDigits(at) || s[at].Span.Length is not (2 or 4) || Figure.Value(s.Of(at)[^1]) != 0) return false;
        var suffix = s.IsMark(at + 1, '-') ? at + 2 : at + 1;
        if (s.Match(suffix, Role.DecadeSuffix, out next) is null) return false;
        return s.IsStuck(suffix) ? s[at].Span.Length == 2 || IsYear(s, at) : IsApart(s, at, led) && !IsNoun(s, next);
    }

    /// <summary>"1700 over 6", and nothing else in the line.</summary>
    static bool IsDivided(in Sentence s, int at) => at == 0 && s.Count > 2 && s.IsDigits(s.Count - 1) && s.Match(1, Role.Over, (byte)Over.UpperFirst, out var next) is not null && next == s.Count - 1;

    /// <summary>"in <u>1990 s</u>", "the <u>1990 s</u>": a gap by mistake. What is measured in metres is no decade.</summary>
    static bool IsApart(in Sentence s, int at, bool led) =>
        IsYear(s, at) && IsLikely(s, at) && !s.IsMark(at + 1, '-') && !(s.Match(at + 1, Role.Unit, out _) is { } unit && !UnitReader.IsDuration(unit.Code))
        && (led || NounPhrases.IsOpener(s, at - 1) || s.MatchBefore(at, Role.YearBefore, 0, out _) is { Detail: 1 });

    /// <summary>True when the digits are said of something: "2019 orang", "lebih dari 2000".</summary>
    static bool Counts(in Sentence s, int at)
    {
        if (s.Is(at + 1, Counting) || IsDivided(s, at) || IsComparedAfter(s, at) || s.MatchBefore(at, Role.Currency, 0, out _) is not null) return true;
        if (s.Is(at + 1, Role.YearNoun) || NounPhrases.IsOpener(s, at - 1) || s.MatchBefore(at, Role.YearBefore, 0, out _) is not null || s.MatchBefore(at, Role.Month, 0, out _) is not null || s.IsMark(at - 1, '(')) return false;
        // "12 Millionen mehr als 2023": one figure compared with that of a year.
        if (s.MatchBefore(at, Role.RelationBefore, 0, out var relation) is { Length: > 1 } && (s.IsDigits(relation - 1) || s.Is(relation - 1, Counting))) return false;
        if (relation < at) return !BoundedYears.Is(s, at, relation);
        return IsNoun(s, at + 1) && (!s.IsWord(at - 1) || s.MayStart(at - 1, BeforeCounts) || Verbs.Is(s, at - 1));
    }
}
