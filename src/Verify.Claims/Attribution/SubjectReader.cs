using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Finds what a clause is about: the noun phrase before its predicate.</summary>
static class SubjectReader
{
    const int MostWords = 15;

    /// <summary>Empty when the clause begins with its predicate and so leaves the subject out, or names it by a pronoun only.</summary>
    public static Stretch Read(in Sentence s, Stretch clause, Outline outline)
    {
        var first = OverAdverbial(s, clause, outline);
        if (outline.OpensQuantity(first) && !outline.HoldsPredicate(first, clause.Next)) return new(first, first);
        if (s.Match(first, Role.Particle, (byte)Particle.Partitive, out var linked) is not null) first = linked;
        var next = NounPhrases.OverOpener(s, first);
        if (next > first && next < clause.Next && s.Match(first, Role.NounStop, out _) is { Detail: (byte)NounStop.Pronoun }) return new(first, next);
        while (next < clause.Next && next - first < MostWords * s.Language.SignsPerWord && Belongs(s, next, outline, first)) next++;
        next = NounPhrases.OverCloser(s, first, Math.Min(next, clause.Next));
        while (next > first && s[next - 1].Kind == TokenKind.Mark && !s.IsMark(next - 1, ')')) next--;
        while (s.Language.SignsPerWord > 1 && first < next && s[first].Kind == TokenKind.Mark) first++;
        if (next > first) return new(first, next);
        return BeforePredicate(s, clause, outline);
    }

    /// <summary>A pronoun alone, which names nobody: "it", "mereka".</summary>
    public static bool IsPronoun(in Sentence s, Stretch subject) =>
        s.Match(subject.First, Role.NounStop, out var next) is { Detail: (byte)NounStop.Pronoun or (byte)NounStop.Definite or (byte)NounStop.Opener or (byte)NounStop.Closer } && next == subject.Next;

    static bool Belongs(in Sentence s, int at, Outline outline, int first)
    {
        if ((outline.OpensQuantity(at) && at > first && !IsWhole(s, at, outline)) || outline.IsPredicate(at) || s[at].Kind == TokenKind.Time) return false;
        if (outline.IsInQuantity(at) || (outline.IsInQuantity(at - 1) && s.Is(at, Role.RatioOf))) return true;
        if (s.IsMark(at, ",;:(") || (Quotes.Is(s, at) && !s.IsStuck(at) && !Quotes.Opens(s, at))) return false;
        return (!NounPhrases.Stops(s, at, first) || (at > first && NounPhrases.IsAttached(s, at))) && !s.Is(at, Role.RelationBefore);
    }

    /// <summary>"one in <u>five drivers</u>", "a third of the <u>90 seats</u>": what the figure before it is a part of.</summary>
    static bool IsWhole(in Sentence s, int at, Outline outline)
    {
        var end = NounPhrases.IsOpener(s, at - 1) ? at - 1 : at;
        return s.MatchBefore(end, Role.RatioOf, 0, out var of) is not null && outline.IsInQuantity(of - 1);
    }

    /// <summary>Where the clause opens with something else: the phrase right before its first predicate, or, in a relative clause, before its pronoun.</summary>
    static Stretch BeforePredicate(in Sentence s, Stretch clause, Outline outline)
    {
        for (var i = clause.First; i < clause.Next && i - clause.First < MostWords * 2 * s.Language.SignsPerWord; i++)
        {
            if (!outline.IsPredicate(i)) continue;
            return i > clause.First ? NounPhrases.Before(s, i, clause.First) : default;
        }
        return default;
    }

    /// <summary>"<u>Pada 2020,</u> penduduk …": past an opening adverbial that a comma closes, and past conjunctions.</summary>
    static int OverAdverbial(in Sentence s, Stretch clause, Outline outline)
    {
        var at = OverOpening(s, clause);
        if (s.Is(at, Role.NounStop) && outline.OpensQuantity(at + 1) && !outline.IsPredicate(at)) return at + 1;
        var from = OverSpan(s, at, clause.Next, outline);
        if (s.Match(from, Role.NounStop, out _) is not { Detail: (byte)NounStop.Outside or (byte)NounStop.Attaching }) return at;
        for (var i = from; i < clause.Next && !outline.IsPredicate(i) && !outline.OpensQuantity(i); i++)
        {
            if (s.IsMark(i, ',')) return i + 1;
        }
        return at;
    }

    /// <summary>"<u>Three days</u> after the storm, …": past a figure whose preposition makes an adverbial of it.</summary>
    static int OverSpan(in Sentence s, int at, int end, Outline outline)
    {
        if (!outline.OpensQuantity(at)) return at;
        var next = at;
        while (next < end && outline.IsInQuantity(next)) next++;
        return s.Match(next, Role.NounStop, out _) is { Detail: (byte)NounStop.Outside } && !s.Is(next, Role.RatioOf) ? next : at;
    }

    /// <summary>Past conjunctions, words such as "however", and times with the preposition before them.</summary>
    static int OverOpening(in Sentence s, Stretch clause)
    {
        var at = clause.First;
        while (at < clause.Next)
        {
            if ((s.Match(at, Role.Conjunction, out var next) ?? s.Match(at, Role.Adverbial, out next) ?? (s.Language.SignsPerWord > 1 ? s.Match(at, Role.SpeechBetween, out next) : null)) is not null) at = s.IsMark(next, ',') ? next + 1 : next;
            else if (IsTime(s, at) || (at > clause.First && s.IsMark(at, ',') && IsTime(s, at - 1)) || (s.Is(at, Role.NounStop) && IsTime(s, at + 1))) at++;
            else break;
        }
        return at < clause.Next ? at : clause.First;
    }

    static bool IsTime(in Sentence s, int at) => s[at].Kind == TokenKind.Time;
}
