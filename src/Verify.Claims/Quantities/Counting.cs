using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Finds where the noun of a figure begins: right after it, after "of", or after a unit that stands before its noun.</summary>
static class Counting
{
    const NumeralForms Partitive = NumeralForms.Vague | NumeralForms.Fraction | NumeralForms.Scaled;

    public static void Read(in Sentence s, int floor, ref Draft draft)
    {
        if (s.Language.SignsPerWord > 1)
        {
            CountedSigns.Read(s, floor, ref draft);
            return;
        }
        if (!TryStart(s, draft, out var at)) return;
        if (draft.HasUnit) at = Figures.OverHung(s, at);
        // "half the flats": a part and its whole need no "of" between them.
        var noun = CountedNoun.Read(s, at, at > draft.Next || ((draft.Forms & NumeralForms.Fraction) != 0 && NounPhrases.IsOpener(s, at)));
        if (noun.IsEmpty && draft.HasUnit && at == draft.Next && IsNamed(s, draft)) noun = CountedNoun.Named(s, at);
        if (noun.IsEmpty) return;
        draft.Counted = noun;
        draft.HasCounted = true;
        draft.Next = noun.Next;
        if (draft.Kind == QuantityKind.Other) draft.Kind = QuantityKind.Count;
        RelationReader.AfterNoun(s, ref draft);
    }

    static bool TryStart(in Sentence s, in Draft draft, out int at)
    {
        at = draft.Next;
        var of = s.Match(at, Role.RatioOf, out var next) is { Detail: 1 } ? next : at;
        if (draft.HasUnit)
        {
            if (s.Language.DirectNouns && IsCompound(s, draft)) return true;
            if (!s.Language.DirectNouns && s.Language.Attributive && IsAttributive(s, draft)) return true;
            if (draft.Kind is QuantityKind.Money or QuantityKind.Change || UnitReader.IsDuration(draft.Code)) return false;
            if (of == at) return s.Language.DirectNouns && !Verbs.Is(s, at);
            at = of;
        }
        else if ((draft.Forms & Partitive) == 0 && s.IsMark(at, '-') && s.IsStuck(at) && s.IsStuck(at + 1)) at++;
        else if ((draft.Forms & Partitive) != 0 || draft.IsMillions || (!s.Language.DirectNouns && draft.Forms == NumeralForms.Words) || s.Language.LinkedNouns) at = of;
        return true;
    }

    /// <summary>"a <u>5 %</u> pay rise", "an <u>$800</u> oven", "a <u>6 kW</u> motor": a unit that is no plural stands before what has the measure.</summary>
    static bool IsAttributive(in Sentence s, in Draft draft)
    {
        if (!s.IsWord(draft.Next) || s.Is(draft.Next, Role.RatioOf) || (Verbs.Is(s, draft.Next) && !IsNamed(s, draft)) || draft.Kind == QuantityKind.Change || (draft.Forms & NumeralForms.Vague) != 0) return false;
        if (draft.Unit.Next != draft.Next) return draft.Kind == QuantityKind.Money;
        return draft.Kind == QuantityKind.Percent || !IsPlural(s, draft.Unit.Next - 1);
    }

    /// <summary>"a 5 km <u>run</u>", but not "the 70% want": after the article that may stand for one, a noun is owed; a change is told by its own rules.</summary>
    static bool IsNamed(in Sentence s, in Draft draft) => !s.Language.DirectNouns && s.Is(draft.First - 1, Role.One) && s.Is(draft.Next, Role.Verb) && !s.Is(draft.Next, Role.ChangeVerb) && !s.Is(draft.Next, Role.SpeechVerb);

    /// <summary>"ein <u>30-jähriger</u> Mann": a unit that a hyphen binds to its figure describes what follows.</summary>
    static bool IsCompound(in Sentence s, in Draft draft) =>
        draft.Kind != QuantityKind.Change && draft.Unit.Next == draft.Next && s.IsMark(draft.Unit.First - 1, '-') && s.IsStuck(draft.Unit.First) && s.IsStuck(draft.Unit.First - 1);

    static bool IsPlural(in Sentence s, int at)
    {
        var unit = s.Of(at);
        if (!s.IsWord(at) || unit.Length < 3) return false;
        foreach (var ending in s.Language.HeadEndings)
        {
            if (unit.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
