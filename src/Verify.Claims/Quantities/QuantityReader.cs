using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Reads the quantities of a sentence from left to right. Every look-around is bounded, so the time is linear.</summary>
static class QuantityReader
{
    static readonly Roles Starts = Roles.Of(
        Role.Value, Role.Fraction, Role.Vague, Role.VagueLead, Role.One, Role.MultipleWord, Role.Ordinal, Role.OrdinalPrefix, Role.NotNumber);

    public static void Read(in Sentence s, Pooled<Draft> drafts, Pooled<Token> tokens, Pooled<Stretch> times)
    {
        drafts.Clear();
        var floor = 0;
        for (var at = 0; at < s.Count;)
        {
            if (!s.IsDigits(at) && !s.MayStart(at, Starts)) at++;
            else if (s.Match(at, Role.NotNumber, out var next) is not null) at = floor = next;
            else if (OrdinalReader.TryRead(s, at, out next, out var ordinal))
            {
                if (ordinal.Number != default) drafts.Add(ordinal);
                at = floor = next;
            }
            else if (s.IsDigits(at) && Refusals.Before(s, at, out next)) at = floor = next;
            else if (TryRead(s, at, floor, out var draft)) at = floor = Keep(s, draft, drafts, tokens, times);
            else at++;
        }
    }

    /// <summary>Adds what was read, unless it turns out to be a time or no figure; answers where to go on.</summary>
    static int Keep(in Sentence s, in Draft draft, Pooled<Draft> drafts, Pooled<Token> tokens, Pooled<Stretch> times)
    {
        if (DurationTimes.TryFind(s, draft, out var time))
        {
            TimeMarks.Set(tokens, time);
            times.Add(time);
            return time.Next;
        }
        if (Refusals.After(s, draft)) return draft.Number.Next;
        drafts.Add(draft);
        if (drafts.Count > 1) Ties.Join(s, ref drafts[drafts.Count - 2], ref drafts[drafts.Count - 1], drafts.Count);
        return draft.Next;
    }

    static bool TryRead(in Sentence s, int at, int floor, out Draft draft)
    {
        draft = default;
        if (s.Match(at, Role.MultipleWord, out var next) is { } word)
        {
            draft = new() { Number = new(at, next), First = at, Next = next, Value = word.Value, Kind = QuantityKind.Change, Forms = NumeralForms.Words };
            return true;
        }
        if (!NumberReader.TryRead(s, at, out var number)) return false;
        draft = new()
        {
            Number = new(number.First, number.Next), First = number.First, Next = number.Next,
            Value = number.Value, Other = number.Other, Forms = number.Forms, Kind = QuantityKind.Other,
        };
        NumberReader.Sign(s, floor, ref draft);
        UnitReader.Before(s, draft.First, floor, ref draft);
        RelationReader.Before(s, floor, ref draft);
        RangeReader.Extend(s, floor, number, ref draft);
        RelationReader.After(s, ref draft);
        if (!draft.HasUnit && UnitReader.After(s, ref draft)) RelationReader.After(s, ref draft);
        UnitReader.Rate(s, ref draft);
        Count(s, ref draft);
        Settle(ref draft);
        return true;
    }

    static void Count(in Sentence s, ref Draft draft)
    {
        var at = draft.Next;
        if (draft.HasUnit)
        {
            if (draft.Kind is QuantityKind.Money or QuantityKind.Change || UnitReader.IsDuration(draft.Code)) return;
            if (s.Match(at, Role.RatioOf, out var next) is { Detail: 1 }) at = next;
            else if (!s.Language.DirectNouns) return;
        }
        else if ((draft.Forms & (NumeralForms.Vague | NumeralForms.Fraction | NumeralForms.Scaled)) != 0)
        {
            if (s.Match(at, Role.RatioOf, out var next) is { Detail: 1 }) at = next;
        }
        else if (s.IsMark(at, '-') && s.IsStuck(at) && s.IsStuck(at + 1)) at++;
        var noun = CountedNoun.Read(s, at, at > draft.Next);
        if (noun.First == noun.Next) return;
        draft.Counted = noun;
        draft.HasCounted = true;
        draft.Next = noun.Next;
        if (draft.Kind == QuantityKind.Other) draft.Kind = QuantityKind.Count;
        RelationReader.AfterNoun(s, ref draft);
    }

    static void Settle(ref Draft draft)
    {
        if ((draft.Forms & NumeralForms.Fraction) != 0 && draft.Kind is QuantityKind.Other or QuantityKind.Count) draft.Kind = QuantityKind.Ratio;
        if ((draft.Forms & NumeralForms.Vague) != 0)
        {
            if (draft.Relation == Relation.Equal) draft.Relation = Relation.About;
            if (draft.Kind == QuantityKind.Other) draft.Kind = QuantityKind.Count;
        }
        // Nobody counts 1.234 persons, and nobody pays 1.234 rupiah.
        var whole = draft.Kind == QuantityKind.Count || UnitReader.IsPaidWhole(draft.Code);
        if (!whole || (draft.Forms & NumeralForms.Scaled) != 0) return;
        if ((draft.Forms & NumeralForms.Decimals) == 0) draft.Other = null;
        // "1,234 orang" by mistake groups as the other convention does; a dividend of "Rp 303,205" may well be meant.
        else if (draft.Kind == QuantityKind.Count && draft.Other is { } all && decimal.IsInteger(all) && !decimal.IsInteger(draft.Value))
        {
            (draft.Value, draft.Other) = (all, draft.Value);
            if (draft.OtherUpper is { } upper) (draft.Upper, draft.OtherUpper) = (upper, draft.Upper);
        }
    }
}
