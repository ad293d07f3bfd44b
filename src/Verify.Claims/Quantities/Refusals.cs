using System.Globalization;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Figures that are no numbers at all: versions, scores, telephone numbers, list numbers, digits inside a name.</summary>
static class Refusals
{
    /// <summary>How many words before a score the word may stand that makes it one.</summary>
    const int ScoreReach = 4;

    static readonly Roles Attached = Roles.Of(
        Role.Scale, Role.MoneyScale, Role.Unit, Role.Percent, Role.Currency, Role.OrdinalSuffix, Role.RelationAfter, Role.Multiple, Role.StuckScale, Role.Counter);

    /// <summary>Judges digits by what they touch, before they are read. <paramref name="next"/> is the first token after what is refused.</summary>
    public static bool Before(in Sentence s, int at, out int next)
    {
        if (IsChain(s, at, out next) || IsTelephone(s, at, out next)) return true;
        next = at + 1;
        if (IsListNumber(s, at) || IsGlued(s, at) || IsCitation(s, at, out next)) return true;
        return s.IsStuck(at + 1) && s.IsWord(at + 1) && !s.IsUnspaced(at + 1) && !s.MayStart(at + 1, Attached) && !Powers.IsScientific(s, at + 1);
    }

    /// <summary>"[89]", "[2–5, 48]": marks of a source.</summary>
    static bool IsCitation(in Sentence s, int at, out int next)
    {
        next = at + 1;
        if (!s.IsMark(at - 1, '[') || s.Language.NamesReported) return false;
        while (s.IsMark(next, ",;-–") && s.IsDigits(next + 1)) next += 2;
        return s.IsMark(next, ']');
    }

    /// <summary>"1. Beras", "2) Gula" at the beginning of a line.</summary>
    static bool IsListNumber(in Sentence s, int at) => at == 0 && s.IsMark(1, ".)") && s.IsStuck(1) && !s.IsStuck(2) && s.Count > 2 && s[0].Span.Length <= 3;

    /// <summary>"G20", "F-16", "#5", "v2": digits that something else leads.</summary>
    static bool IsGlued(in Sentence s, int at)
    {
        if (!s.IsStuck(at)) return false;
        if (s.MatchBefore(at, Role.Currency, 0, out _) is not null) return false;
        if ((s.IsWord(at - 1) && !s.IsUnspaced(at - 1) && !s.IsElided(at - 1)) || (s.IsMark(at - 1, "#@_=&*\\") && s.MatchBefore(at, Role.RelationBefore, 0, out _) is null)) return true;
        return s.IsMark(at - 1, "-–./:") && s.IsStuck(at - 1) && s.IsWord(at - 2) && !s.IsUnspaced(at - 2) && !s.Is(at - 2, Role.RelationBefore) && !s.Is(at - 2, Role.Minus) && !s.Language.Prefixes.MayTouchFigures(s.Of(at - 2));
    }

    /// <summary>"0800 555 0147", "+62 812 3456": groups apart by spaces, led by a zero or a plus.</summary>
    static bool IsTelephone(in Sentence s, int at, out int next)
    {
        next = at + 1;
        while (s.IsDigits(next) && !s.IsStuck(next)) next++;
        return next - at > 1 && (s.Of(at)[0] == '0' || (s.IsMark(at - 1, '+') && s.IsStuck(at)));
    }

    /// <summary>"0812-3456-7890", "3-1", "24/7", "3:1": digits tied to digits in a way that is no range and no fraction.</summary>
    static bool IsChain(in Sentence s, int at, out int next)
    {
        next = at + 1;
        var links = 0;
        while (s.IsMark(next, "-–/:") && s.IsStuck(next) && s.IsDigits(next + 1) && s.IsStuck(next + 1))
        {
            next += 2;
            links++;
        }
        if (links == 0 || (links == 1 && s.MatchBefore(at, Role.Currency, 0, out _) is not null)) return false;
        if (links > 1 || s.IsMark(at + 1, ':')) return true;
        return s.IsMark(at + 1, '/') ? false : (Falls(s, at) || s.Holds(Role.ScoreLead, at - ScoreReach, at));
    }

    /// <summary>"51-49" with nothing measured: a range would rise.</summary>
    static bool Falls(in Sentence s, int at) =>
        !s.MayStart(at + 3, Attached)
        && int.TryParse(s.Of(at), NumberStyles.None, CultureInfo.InvariantCulture, out var left)
        && int.TryParse(s.Of(at + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var right)
        && left >= right;
}
