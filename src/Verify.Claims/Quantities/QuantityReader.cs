using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Reads the quantities of a sentence from left to right. Every look-around is bounded, so the time is linear.</summary>
static class QuantityReader
{
    static readonly Roles Starts = Roles.Of(
        Role.Value, Role.Spelled, Role.Alone, Role.Fraction, Role.Vague, Role.VagueLead, Role.One, Role.MultipleWord, Role.Ordinal, Role.OrdinalPrefix, Role.Collective,
        Role.NotNumber, Role.FractionOfScale, Role.Point, Role.Coin);

    public static void Read(in Sentence s, Pooled<Draft> drafts, Pooled<Token> tokens, Pooled<Stretch> times)
    {
        drafts.Clear();
        var floor = 0;
        var starts = Starts | s.Language.Numerals.Opens;
        for (var at = 0; at < s.Count;)
        {
            if (!s.IsDigits(at) && !s.MayStart(at, starts)) at++;
            else if (s.Match(at, Role.PercentBefore, out var next) is not null) at = next;
            else if (s.Match(at, Role.NotNumber, out next) is not null && !IsMeasured(s, at, next)) at = floor = next;
            else if (OrdinalReader.TryRead(s, at, out next, out var ordinal))
            {
                OrdinalRanges.Extend(s, ref ordinal);
                drafts.Add(ordinal);
                at = floor = Math.Max(next, ordinal.Next);
            }
            else if (s.IsDigits(at) && Refusals.Before(s, at, out next)) at = floor = next;
            else if (NameReader.TryRead(s, at, out next, out var name))
            {
                if (name.Number != default) drafts.Add(name);
                at = floor = next;
            }
            else if (TryRead(s, at, floor, out var draft) && !IsInsideName(s, draft) && !OrdinalReader.IsIndefinite(s, draft)) at = floor = Keep(s, ref draft, floor, drafts, tokens, times);
            else at++;
        }
    }

    /// <summary>Adds what was read, as a time too where it says when; answers where to go on.</summary>
    static int Keep(in Sentence s, ref Draft draft, int floor, Pooled<Draft> drafts, Pooled<Token> tokens, Pooled<Stretch> times)
    {
        RelationReader.During(s, drafts, ref draft);
        if (OrdinalReader.Turn(s, floor, ref draft))
        {
            drafts.Add(draft);
            return draft.Next;
        }
        if (DurationTimes.TryFind(s, draft, out var time))
        {
            draft.IsTime = true;
            if (!DurationTimes.IsName(s, draft)) drafts.Add(draft);
            TimeMarks.Set(tokens, time);
            times.Add(time);
            return time.Next;
        }
        if (NameReader.Turn(s, ref draft) && !s.Language.NamesReported) return draft.Next;
        drafts.Add(draft);
        if (drafts.Count > 1 && (Bounds.Join(s, ref drafts[drafts.Count - 2], draft) || ChangeReader.Join(s, ref drafts[drafts.Count - 2], draft))) drafts.Truncate(drafts.Count - 1);
        else if (drafts.Count > 1)
        {
            Ties.Join(s, ref drafts[drafts.Count - 2], ref drafts[drafts.Count - 1], drafts.Count);
            Borrowing.Between(s, ref drafts[drafts.Count - 2], ref drafts[drafts.Count - 1]);
            Conversions.Share(s, ref drafts[drafts.Count - 2], ref drafts[drafts.Count - 1]);
            Series.Share(s, drafts);
            Kindred.Lend(s, drafts);
        }
        return draft.Next;
    }

    static bool TryRead(in Sentence s, int at, int floor, out Draft draft)
    {
        draft = default;
        if (s.Match(at, Role.MultipleWord, out var next) is { } word)
        {
            next = UnitReader.WithoutOpener(s, next);
            draft = new() { Number = new(at, next), First = at, Next = next, Value = word.Value, Kind = QuantityKind.Change, Forms = NumeralForms.Words };
            RelationReader.Before(s, floor, ref draft);
            return true;
        }
        if (Duals.TryRead(s, at, floor, out draft)) return true;
        if (OneAndPart.TryRead(s, at, floor, out draft)) return true;
        if (!NumberReader.TryRead(s, at, out var number)) return Coin(s, at, out draft);
        draft = new()
        {
            Number = new(number.First, number.Next), First = number.First, Next = Figures.OverEcho(s, number),
            Value = number.Value, Other = number.Other, Forms = number.Forms & ~NumeralForms.Odd, Factor = number.Factor, Kind = QuantityKind.Other,
        };
        if (number.Upper is { } upper) (draft.Upper, draft.Relation) = (upper, Relation.Range);
        NumberReader.Sign(s, floor, ref draft);
        LeadingUnit.Read(s, draft.First, floor, ref draft);
        RelationReader.Before(s, floor, ref draft);
        if (number.Upper is not null) draft.Relation = Relation.Range;
        else if ((number.Forms & NumeralForms.Odd) != 0) draft.Relation = Relation.More;
        else RangeReader.Extend(s, floor, number, ref draft);
        RelationReader.After(s, ref draft);
        if (!draft.HasUnit && UnitReader.After(s, ref draft)) RelationReader.After(s, ref draft);
        NumberReader.SignBehind(s, ref draft);
        UnitReader.Again(s, ref draft);
        LeadingUnit.Complete(s, floor, ref draft);
        Composites.Extend(s, ref draft);
        UnitPowers.Extend(s, ref draft);
        UnitReader.Rate(s, ref draft);
        Counting.Read(s, floor, ref draft);
        Settle(ref draft);
        return true;
    }

    /// <summary>"<u>una vez</u> y media", and where signs are tokens "<u>一時</u>間": what begins like an idiom is a longer figure.</summary>
    static bool IsMeasured(in Sentence s, int at, int next) =>
        (s.Match(at, Role.MultipleWord, out var word) is not null && word > next)
        || s.Language.SignsPerWord > 1 && s.Match(at, Role.Value, out var unit) is not null && unit < next && s.Match(unit, Role.Unit, out var end) is not null && end > next;

    /// <summary>"2010b", "18A": a letter that touches the digits and turned out to be no unit.</summary>
    static bool IsInsideName(in Sentence s, in Draft draft) =>
        draft.HasCounted && draft.Counted.First == draft.Number.Next && s.IsStuck(draft.Counted.First) && s.IsDigits(draft.Number.Next - 1) && !s.IsUnspaced(draft.Counted.First) && !s.Is(draft.Counted.First, Role.Counter);

    /// <summary>A coin alone in its line is one of it.</summary>
    static bool Coin(in Sentence s, int at, out Draft draft)
    {
        draft = new() { Number = new(at, at + 1), First = at, Next = at, Value = 1, Forms = NumeralForms.Words };
        return s.Count == 1 && s.Is(at, Role.Coin) && UnitReader.After(s, ref draft);
    }

    /// <summary>Decides what the kind alone decides: that a part is a ratio, and which readings what is counted or paid whole may have.</summary>
    public static void Settle(ref Draft draft)
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
