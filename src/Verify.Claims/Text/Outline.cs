using Verify.Claims.Languages;
using Verify.Claims.Quantities;

namespace Verify.Claims.Text;

/// <summary>Where a sentence has predicates and quantities, counted once so that every later question costs the same.</summary>
sealed class Outline : IDisposable
{
    readonly Pooled<Mark> marks = new();

    public void Read(in Sentence s, ReadOnlySpan<Draft> drafts)
    {
        marks.Clear();
        int predicates = 0, quantities = 0, draft = 0, clause = 0;
        for (var i = 0; i <= s.Count; i++)
        {
            while (draft < drafts.Length && (drafts[draft].Next <= i || drafts[draft].Kind == QuantityKind.Ordinal)) draft++;
            var inside = draft < drafts.Length && drafts[draft].First <= i;
            var predicate = (!inside || drafts[draft].Kind == QuantityKind.Change) && (Verbs.Is(s, i) || s.Is(i, Role.Modal));
            var opens = inside && drafts[draft].First == i;
            if (s.IsMark(i, ",;:") || s.Is(i, Role.Conjunction) || s.Is(i, Role.That)) clause = predicates;
            if (opens && predicates == clause && s.Language.ImpliedVerbs && IsImplied(s, i - 1))
            {
                marks[i - 1] = marks[i - 1] with { Predicate = true };
                predicates++;
            }
            marks.Add(new(predicates, quantities, inside, opens, predicate));
            if (predicate) predicates++;
            if (opens) quantities++;
            if (s.Is(i, Role.SpeechVerb)) clause = predicates;
        }
    }

    public bool IsPredicate(int at) => Has(at) && marks[at].Predicate;

    public bool OpensQuantity(int at) => Has(at) && marks[at].Opens;

    public bool IsInQuantity(int at) => Has(at) && marks[at].Inside;

    public bool HoldsPredicate(int from, int to) => Has(from) && Has(to) && marks[to].Predicates > marks[from].Predicates;

    public bool HoldsQuantity(int from, int to) => Has(from) && Has(to) && marks[to].Quantities > marks[from].Quantities;

    public void Dispose() => marks.Dispose();

    /// <summary>A plain word after a noun, where a clause has shown no verb before its figure.</summary>
    bool IsImplied(in Sentence s, int at) =>
        at > 0 && s.IsWord(at) && !s.IsCapital(at) && s.IsWord(at - 1) && !marks[at].Inside && !s.Is(at, Role.NounStop) && !s.Is(at - 1, Role.NounStop);

    bool Has(int at) => at >= 0 && at < marks.Count;

    /// <param name="Predicates">How many stand before this token.</param>
    readonly record struct Mark(int Predicates, int Quantities, bool Inside, bool Opens, bool Predicate);
}
