using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Cuts a stretch of a sentence into the smallest clauses that can be judged alone.</summary>
static class ClauseReader
{
    /// <summary>No clause has more words; what looks longer is a list or a table, and is cut to keep the time linear.</summary>
    const int Longest = 120;

    /// <summary>How many words after a conjunction the predicate may come.</summary>
    const int Reach = 12;

    /// <summary>Brackets that hold more words are no aside, or never close.</summary>
    const int BracketReach = 36;

    /// <summary>The clauses of a region, in order. A piece that holds nothing but a quantity joins its neighbour.</summary>
    public static void Read(in Sentence s, Stretch region, Outline outline, Pooled<Stretch> clauses)
    {
        clauses.Clear();
        var start = region.First;
        var opened = -1;
        for (var i = region.First; i < region.Next; i++)
        {
            if (s.IsMark(i, '(')) opened = i;
            else if (s.IsMark(i, ')')) opened = -1;
            // What stands in brackets is cut by no semicolon: "(old; 30 kg)".
            if (s.IsMark(i, ';') && opened >= start && i - opened < BracketReach) continue;
            if (!Cuts(s, start, i, region.Next, outline, out var resume)) continue;
            Add(s, new(start, i), outline, clauses);
            start = resume;
            i = Math.Max(i, resume - 1);
        }
        Add(s, new(start, region.Next), outline, clauses);
    }

    static bool Cuts(in Sentence s, int start, int at, int end, Outline outline, out int resume)
    {
        resume = at + 1;
        if (at == start || outline.IsInQuantity(at)) return false;
        if (s.IsMark(at, ';')) return true;
        if (s.IsMark(at, "–—-") && !s.IsStuck(at) && !s.IsStuck(at + 1)) return outline.HoldsPredicate(start, at) || !outline.HoldsQuantity(start, at);
        if (at - start >= Longest)
        {
            resume = at;
            return true;
        }
        if (s.IsMark(at, ',')) return AfterComma(s, start, at, outline, ref resume);
        if (!s.MayStart(at, Role.Conjunction) || s.Match(at, Role.Conjunction, out var next) is not { } conjunction) return false;
        resume = next;
        if ((Conjunction)conjunction.Detail == Conjunction.Subordinating) return outline.HoldsPredicate(start, at);
        // "beras medium Rp12.500 dan beras premium Rp14.000": one figure each.
        if (outline.IsInQuantity(at - 1) && !outline.OpensQuantity(next) && OwnsFigure(s, outline, next, ReachOf(s, next, end))) return true;
        return outline.HoldsPredicate(start, at) && (outline.IsPredicate(next) || outline.OpensQuantity(next));
    }

    /// <summary>"premium rice $14"; the figure of "40 men <u>and women for 20 years</u>" is of the whole.</summary>
    static bool OwnsFigure(in Sentence s, Outline outline, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (outline.OpensQuantity(i)) return s.Match(i - 1, Role.NounStop, out _) is not { Detail: (byte)NounStop.Outside or (byte)NounStop.Attaching };
        }
        return false;
    }

    static bool AfterComma(in Sentence s, int start, int at, Outline outline, ref int resume)
    {
        if (s.Match(at + 1, Role.Conjunction, out var next) is { } conjunction)
        {
            resume = next;
            var coordinating = (Conjunction)conjunction.Detail == Conjunction.Coordinating;
            // "…, dan ambang galatnya 2,5 persen" states its figure without a verb.
            if (coordinating && !outline.OpensQuantity(next) && outline.HoldsQuantity(next, ReachOf(s, next, s.Count))) return true;
            return outline.HoldsPredicate(start, at) && (!coordinating || PredicateFollows(s, outline, next));
        }
        if (s.Is(start, Role.Conjunction) || s.Is(start - 1, Role.Conjunction)) return outline.HoldsPredicate(start, at) && PredicateFollows(s, outline, at + 1);
        return outline.HoldsPredicate(start, at) && outline.HoldsQuantity(start, at)
            && (outline.OpensQuantity(at + 1) || outline.IsPredicate(at + 1) || (s.Language.VerbLast && outline.HoldsQuantity(at + 1, ReachOf(s, at + 1, s.Count))));
    }

    static bool PredicateFollows(in Sentence s, Outline outline, int at)
    {
        for (var i = at; i < at + Reach * s.Language.SignsPerWord && i < s.Count && !s.IsMark(i, ",;"); i++)
        {
            if (outline.IsPredicate(i)) return true;
        }
        return false;
    }

    static int ReachOf(in Sentence s, int at, int end)
    {
        var i = at;
        while (i < end && i < at + Reach * s.Language.SignsPerWord && !s.IsMark(i, ",;")) i++;
        return i;
    }

    static void Add(in Sentence s, Stretch piece, Outline outline, Pooled<Stretch> clauses)
    {
        piece = Trim(s, piece);
        if (piece.First >= piece.Next) return;
        if (clauses.Count > 0 && IsBare(s, piece, outline)) clauses[clauses.Count - 1] = clauses[clauses.Count - 1] with { Next = piece.Next };
        else clauses.Add(piece);
    }

    /// <summary>True when the piece says nothing beyond its quantities.</summary>
    static bool IsBare(in Sentence s, Stretch piece, Outline outline)
    {
        for (var i = piece.First; i < piece.Next; i++)
        {
            if (s.IsWord(i) && !outline.IsInQuantity(i)) return false;
        }
        return true;
    }

    /// <summary>Without marks and quotation marks at its ends.</summary>
    public static Stretch Trim(in Sentence s, Stretch piece)
    {
        var (first, next) = (piece.First, piece.Next);
        while (first < next && s[first].Kind == TokenKind.Mark && !s.IsMark(first, "-−+$€£¥(") && !s.Is(first, Role.Fraction)) first++;
        while (next > first && s[next - 1].Kind == TokenKind.Mark && !s.IsMark(next - 1, "%$€£¥)°") && !s.Is(next - 1, Role.Fraction)) next--;
        return new(first, next);
    }
}
