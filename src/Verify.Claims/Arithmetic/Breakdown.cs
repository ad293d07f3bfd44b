using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Arithmetic;

/// <summary>How a sentence tells that the figures of a list are the parts of a total.</summary>
static class Breakdown
{
    /// <summary>"120 people, 80 men and 45 women, …".</summary>
    public static bool IsAppended(in Sentence s, int end, int first) => s.IsMark(end, ",(–—") && first == end + 1;

    /// <summary>"Of the 40 seats, …": the total is what is shared out.</summary>
    public static bool IsShared(in Sentence s, int at)
    {
        for (var leads = 0; leads < 2; leads++)
        {
            if (s.MatchBefore(at, Role.RatioOf, 0, out var of) is not null) return of == 0 || s.IsMark(of - 1, ",:;“\"");
            if (!NounPhrases.IsOpener(s, at - 1) && s.MatchBefore(at, Role.Total, 0, out _) is null) return false;
            at--;
        }
        return false;
    }

    /// <summary>Words before the parts that say what they are: all of it ("terdiri dari"), or <paramref name="details"/> of it.</summary>
    public static bool Consists(in Sentence s, int from, int to, out bool details)
    {
        details = false;
        for (var i = from; i < to; i++)
        {
            if (s.Match(i, Role.Breakdown, out _) is not { } words) continue;
            details = words.Detail != 0;
            return !details;
        }
        return false;
    }

    /// <summary>No member stands in two of the parts: each holds a word that says so ("tewas", "went to"), then one is <paramref name="any"/>; or leaves its verb out.</summary>
    public static bool AreApart(in Ledger ledger, int first, out bool any)
    {
        var s = ledger.Sentence;
        any = false;
        for (var i = first; i < ledger.Count; i++)
        {
            var end = i + 1 < ledger.Count ? ledger[i + 1].First : s.Count;
            var said = s.Holds(Role.Exclusive, ledger[i].First, end);
            any |= said;
            for (var at = ledger[i].First; at < end; at++)
            {
                if (s.IsMark(at, ";:") || (!said && Verbs.Is(s, at))) return false;
            }
        }
        return true;
    }

    /// <summary>From here on a figure stands inside another, or beside the parts.</summary>
    public static bool IsOpen(in Sentence s, int from) => s.Holds(Role.Among, from, s.Count) || s.Holds(Role.Beside, from, s.Count);

    /// <summary>A colon before the parts.</summary>
    public static bool Announces(in Sentence s, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (s.IsMark(i, ':')) return true;
        }
        return false;
    }
}
