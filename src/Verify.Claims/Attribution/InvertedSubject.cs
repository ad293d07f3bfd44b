using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Where the verb always stands second, what opens a main clause need not be its subject: "Auf der Insel leben <u>die Fischer</u> …".</summary>
static class InvertedSubject
{
    const int Reach = 20;

    /// <summary>True where the clause opens with a time, a place or an adverb and then its verb; <paramref name="subject"/> is the phrase behind the verb, empty where a figure stands there.</summary>
    public static bool TryRead(in Sentence s, Stretch clause, Outline outline, out Stretch subject)
    {
        subject = default;
        if (!s.Language.VerbSecond || IsSubordinate(s, clause.First)) return false;
        var first = clause.First;
        while (first < clause.Next && s.Match(first, Role.Conjunction, out var next) is { Detail: (byte)Conjunction.Coordinating }) first = next;
        if (outline.OpensQuantity(first) || !(OpensField(s, first) || (first == clause.First && IsVerbFirst(s, first, outline)))) return false;
        for (var at = first; at < clause.Next && at - first < Reach; at++)
        {
            if (s.IsMark(at, ",;:")) return false;
            if (!outline.IsPredicate(at) || s.IsCapital(at)) continue;
            var opened = at + 1;
            while (s[opened].Kind == TokenKind.Time || s.Is(opened, Role.SpeechBetween) || (s.Is(opened, Role.Adverbial) && !s.IsCapital(opened))) opened++;
            if (opened < clause.Next && !outline.OpensQuantity(opened)) subject = NounPhrases.After(s, opened);
            while (subject.Next > subject.First && s.Is(subject.Next - 1, Role.RatioOf)) subject = subject with { Next = subject.Next - 1 };
            if (s.Match(opened, Role.NounStop, out var over) is { Detail: (byte)NounStop.Pronoun }) subject = new(opened, over);
            return true;
        }
        return false;
    }

    /// <summary>"Einem Bericht zufolge <u>fehlen</u> 200 Lehrer": the field before the verb was cut off with the attribution.</summary>
    static bool IsVerbFirst(in Sentence s, int at, Outline outline) =>
        outline.IsPredicate(at) && s.Match(at - 1, Role.Conjunction, out _) is not { Detail: (byte)Conjunction.Coordinating };

    static bool OpensField(in Sentence s, int at) =>
        s[at].Kind == TokenKind.Time || s.Is(at, Role.Adverbial) || s.Is(at, Role.According) || s.Match(at, Role.NounStop, out _) is { Detail: (byte)NounStop.Outside or (byte)NounStop.Attaching };

    static bool IsSubordinate(in Sentence s, int at) =>
        s.Is(at, Role.That) || s.Is(at - 1, Role.That) || s.Match(at, Role.Conjunction, out _) is { Detail: (byte)Conjunction.Subordinating } || (at > 0 && s.Match(at - 1, Role.Conjunction, out _) is { Detail: (byte)Conjunction.Subordinating });
}
