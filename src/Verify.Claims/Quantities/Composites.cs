using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>One figure in two units: "5 feet 2 inches", "1 jam 30 menit", "3 dollars 50 cents". Its value is in the larger unit.</summary>
static class Composites
{
    const int MostParts = 2;
    const int Hundredths = 100;
    const int Tenths = 10;

    static readonly Roles Counting = Roles.Of(Role.Counter, Role.Unit, Role.Currency, Role.Percent, Role.Multiplier, Role.Scale, Role.Value, Role.Point, Role.UnitOfPart);

    const NumeralForms Simple = NumeralForms.Digits | NumeralForms.Words | NumeralForms.Decimals;

    public static void Extend(in Sentence s, ref Draft draft)
    {
        if (!draft.HasUnit || draft.Upper is not null || draft.Value != decimal.Truncate(draft.Value) || (draft.Forms & (NumeralForms.Scaled | NumeralForms.Vague)) != 0) return;
        if (TrailingHalf(s, ref draft) || TrailingTenth(s, ref draft) || JoinedPart(s, ref draft) || PercentParts(s, ref draft)) return;
        var (code, size) = (draft.Code, 1m);
        for (var part = 0; part < MostParts && TryPart(s, draft, code, out var number, out var next, out var smaller, out var of); part++)
        {
            size = draft.Kind == QuantityKind.Money ? of : size * of;
            Add(ref draft, number.Value / size, next);
            if (smaller is null && draft.Kind != QuantityKind.Money) return;
            code = smaller;
        }
    }

    /// <summary>"两年<u>半</u>", "hai năm <u>rưỡi</u>": a half of the unit it stands behind.</summary>
    static bool TrailingHalf(in Sentence s, ref Draft draft)
    {
        if (s.Match(draft.Next, Role.Fraction, 1, out var next) is null && !(s.IsUnspaced(draft.Next) && s.Match(draft.Next, Role.Fraction, out next) is { Value: 0.5m, Length: 1 })) return false;
        Add(ref draft, (s.Match(draft.Unit.First, Role.Percent, out _) is { Value: > 0 } tenth ? tenth.Value : 1) / 2, next);
        draft.Unit = draft.Unit with { Next = next };
        return true;
    }

    /// <summary>"一米<u>八</u>": the place below the metre.</summary>
    static bool TrailingTenth(in Sentence s, ref Draft draft)
    {
        if (draft.Code != "m" || !UnnamedPart.IsPlace(s, draft.Next, out var figure, out var next)) return false;
        Add(ref draft, figure / Tenths, next);
        return true;
    }

    /// <summary>What a smaller unit or a part adds leaves one reading.</summary>
    static void Add(ref Draft draft, decimal part, int next)
    {
        draft.Value += draft.Value < 0 ? -part : part;
        draft.Next = next;
        draft.Forms |= NumeralForms.Decimals;
        draft.Other = null;
    }

    /// <summary>"un año <u>y medio</u>", "two years <u>and a half</u>": a part of the unit after it, of which nothing else is counted.</summary>
    static bool JoinedPart(in Sentence s, ref Draft draft)
    {
        if (!IsJoinedPart(s, draft.Next, out var part, out var next)) return false;
        Add(ref draft, part, next);
        return true;
    }

    /// <summary>Whether at a token, behind a unit, a part of that unit is joined.</summary>
    public static bool IsJoinedPart(in Sentence s, int at, out decimal part, out int next)
    {
        (part, next) = (0, at);
        if (!JoiningWord.IsAt(s, at, out at)) return false;
        if (s.Match(at, Role.FractionOfScale, out next) is { } piece && !s.Is(next, Role.Scale) && !s.Is(next, Role.Unit)) part = piece.Value;
        else if (s.Match(at, Role.Fraction, out next) is { Value: < 1 } half && (!s.IsWord(next) || (s.Is(next, Role.NounStop) && !s.Is(next, Role.RatioOf) && !NounPhrases.IsOpener(s, next)))) part = half.Value;
        return part > 0;
    }

    /// <summary>"3割<u>8分7厘</u>", "三成<u>五</u>": tenths, and smaller parts after them.</summary>
    static bool PercentParts(in Sentence s, ref Draft draft)
    {
        if (draft.Kind != QuantityKind.Percent || s.Match(draft.Unit.First, Role.Percent, (byte)Percent.Tenths, out _) is null) return false;
        var first = draft.Next;
        for (var size = decimal.MaxValue; NumberReader.TryRead(s, draft.Next, out var number) && number.Value is > 0 and < Tenths && s.Match(number.Next, Role.UnitOfPart, 1, out var next) is { } part && part.Value < size; size = part.Value)
        {
            Add(ref draft, number.Value * part.Value, next);
            draft.Unit = draft.Unit with { Next = next };
        }
        if (draft.Next == first && s.Language.Shortened && s.Match(first, Role.Value, out var end) is { Value: > 0 and < Tenths } figure && !s.Is(end, Counting))
        {
            Add(ref draft, figure.Value, end);
            draft.Unit = draft.Unit with { Next = end };
        }
        return draft.Next > first;
    }

    static bool TryPart(in Sentence s, in Draft draft, string? code, out Numeral number, out int next, out string? smaller, out decimal of)
    {
        (next, smaller, of, number) = (0, null, 1, default);
        if (draft.Kind is not (QuantityKind.Money or QuantityKind.Measure)) return false;
        var joined = s.Match(draft.Next, Role.RangeAnd, out var at) is not null;
        if (s.IsMark(at, "-–") || !NumberReader.TryRead(s, at, out number) || number.Value is < 1 or >= Hundredths || (number.Forms & ~Simple) != 0) return false;
        return draft.Kind == QuantityKind.Money ? Hundredth(s, joined, draft, number, out next, out of) : Smaller(s, code, number, out next, out smaller, out of);
    }

    /// <summary>"3 dollars <u>50 cents</u>"; without the word for the part only where nothing follows that the number could count: "15 dollars <u>50</u>".</summary>
    static bool Hundredth(in Sentence s, bool joined, in Draft draft, in Numeral number, out int next, out decimal of)
    {
        // "五块二": the place below the unit.
        of = s.Language.Shortened && number.Value < Tenths && !joined && s.Match(number.First, Role.Value, out _) is not { Value: 0 } ? Tenths : Hundredths;
        next = number.Next;
        if (s.Match(next, Role.CurrencyPart, out var after) is { } part)
        {
            next = after;
            of = 1 / part.Value;
            return true;
        }
        if ((number.Forms & NumeralForms.Decimals) != 0 || (joined && (number.Forms & NumeralForms.Digits) != 0 && draft.Unit.First < draft.Number.First)) return false;
        return next == s.Count || s.IsMark(next, ".!?;)") || (!joined && UnnamedPart.IsSpoken(s, number)) || s.Is(next, Role.RelationAfter) || (joined && s.Is(next, Role.RangeAnd)) || (!joined && draft.Unit.First >= draft.Number.Next && !s.IsStuck(number.First) && UnnamedPart.IsWritten(s, number));
    }

    static bool Smaller(in Sentence s, string? code, in Numeral number, out int next, out string? smaller, out decimal of)
    {
        (smaller, of) = code switch
        {
            "[ft_i]" => ("[in_i]", 12m),
            "[lb_av]" => ("[oz_av]", 16m),
            "m" => ("cm", 100m),
            "h" => ("min", 60m),
            "min" => ("s", 60m),
            _ => ((string?)null, 1m),
        };
        var unit = s.Match(number.Next, Role.Unit, out next);
        if (unit is null && smaller == "[in_i]") return s.Match(number.Next, Role.UnitOfPart, out next) is not null;
        // "1 m 85", "1米75"
        if (unit is null && smaller == "cm" && UnnamedPart.IsWritten(s, number))
        {
            (next, smaller) = (number.Next, null);
            return true;
        }
        return smaller is not null && unit?.Code == smaller;
    }
}
