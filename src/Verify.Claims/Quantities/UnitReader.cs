using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Finds what a number is measured in: a currency, percent, a multiple, or a unit after it. What stands before it <see cref="LeadingUnit"/> reads.</summary>
static class UnitReader
{
    const decimal Tenth = 10;
    const decimal Whole = 100;

    static readonly Roles Starts = Roles.Of(Role.Percent, Role.Multiple, Role.Currency, Role.Coin, Role.Unit);

    static readonly Roles Named = Roles.Of(Role.Currency, Role.Coin, Role.Unit);

    const NumeralForms Partitive = NumeralForms.Scaled | NumeralForms.Vague;

    /// <summary>The unit after the number, which ends at <see cref="Draft.Next"/>; that end moves over it.</summary>
    public static bool After(in Sentence s, ref Draft draft)
    {
        if (Bracketed(s, ref draft)) return true;
        var at = s.IsMark(draft.Next, '-') && s.IsStuck(draft.Next) && s.IsStuck(draft.Next + 1) ? draft.Next + 1 : draft.Next;
        // "500 millones de dólares", "des milliers de kilomètres": after a scale the unit may have a partitive.
        if (((draft.Forms & Partitive) != 0 || draft.IsMillions) && s.Match(at, Role.RatioOf, out var of) is { Detail: 1 } && (s.Is(of, Named))) at = of;
        // "20个比特币": a measure word between the number and its currency.
        if (s.Language.SignsPerWord > 1 && s.Match(at, Role.Counter, out var coined) is not null && s.Match(coined, Role.Currency, out var over) is { Code: not "-", Length: > 1 } && !BelongsToNext(s, coined, over)) at = coined;
        if (!s.MayStart(at, Starts)) return InchMark.TryRead(s, at, ref draft);
        if (s.Match(at, Role.Percent, out var next) is { } percent && IsPercent(percent, ref draft)) Take(ref draft, new(at, next), percent.Detail != (byte)Percent.Points ? "%" : null, percent.Detail != (byte)Percent.Points ? QuantityKind.Percent : QuantityKind.Change);
        else if (s.Match(at, Role.Multiple, out next) is not null && !IsDimension(s, at, next) && !(s.Match(at, Role.Unit, out var longer) is not null && longer > next)) Take(ref draft, new(at, next = WithoutOpener(s, next)), null, QuantityKind.Change);
        else if (s.Match(at, Role.Currency, out next) is { } currency && !BelongsToNext(s, at, next))
        {
            Take(ref draft, new(at, next), currency.Code, QuantityKind.Money);
            next = OverScale(s, next, ref draft);
        }
        else if (s.Match(at, Role.Coin, out next) is { Detail: (byte)Coin.Piece } coin && !IsCompound(s, next) && draft.Scale(coin.Value)) Take(ref draft, new(at, next), coin.Code, QuantityKind.Money);
        else if (s.Match(at, Role.Unit, out next) is { } unit) Take(ref draft, new(at, next), unit.Code, QuantityKind.Measure);
        else return false;
        draft.Next = next;
        return true;
    }

    /// <summary>"3<u>x</u>4 metres": how wide and how long.</summary>
    static bool IsDimension(in Sentence s, int at, int next) => s.Of(at).Length == 1 && s.IsDigits(next);

    /// <summary>"three <u>quarter-finals</u>"</summary>
    static bool IsCompound(in Sentence s, int next) => s.IsMark(next, '-') && s.IsStuck(next) && s.IsStuck(next + 1) && s.IsWord(next + 1);

    /// <summary>"人民元八千<u>元</u>": the currency on both sides.</summary>
    public static void Again(in Sentence s, ref Draft draft)
    {
        if (s.Language.SignsPerWord == 1 || draft.Kind != QuantityKind.Money || draft.Unit.First >= draft.Number.First) return;
        if (s.Match(draft.Next, Role.Currency, out var next) is { } again && again.Code == draft.Code) draft.Next = next;
    }

    /// <summary>"km/jam", "per barel": the unit becomes a rate. Only a second unit that is known makes one.</summary>
    public static void Rate(in Sentence s, ref Draft draft)
    {
        if (!draft.HasUnit || draft.Kind is not (QuantityKind.Money or QuantityKind.Measure or QuantityKind.Percent)) return;
        if (s.Match(draft.Next, Role.Per, out var over) is null || s.Match(over, Role.Unit, out var next) is not { } divisor) return;
        draft.Code = draft.Code is null || divisor.Code is null ? null : $"{draft.Code}/{divisor.Code}";
        if (draft.Unit.Next == draft.Next) draft.Unit = new(draft.Unit.First, next);
        draft.Next = next;
    }

    /// <summary>UCUM codes of spans of time.</summary>
    public static bool IsDuration(string? code) => code is "a" or "10.a" or "100.a" or "mo" or "wk" or "d" or "h" or "min" or "s";

    /// <summary>Currencies whose fractions nobody uses.</summary>
    public static bool IsPaidWhole(string? code) => code is "IDR" or "JPY" or "KRW" or "VND";

    /// <summary>"three times <u>the</u> size": the article shows that a multiple is meant and belongs to what follows.</summary>
    public static int WithoutOpener(in Sentence s, int next) => NounPhrases.IsOpener(s, next - 1) ? next - 1 : next;

    /// <summary>"三成": tenths become percent; "三八折" tells two places of it.</summary>
    static bool IsPercent(Phrase percent, ref Draft draft) =>
        percent.Detail != (byte)Percent.Tenths || (draft.Value is > Tenth and < Whole && decimal.IsInteger(draft.Value)) || draft.Scale(percent.Value);

    /// <summary>"20 (kg)".</summary>
    static bool Bracketed(in Sentence s, ref Draft draft)
    {
        if (!s.IsMark(draft.Next, "([<") || s.Match(draft.Next + 1, Role.Unit, out var next) is not { } unit || !s.IsMark(next, ")]>")) return false;
        Take(ref draft, new(draft.Next + 1, next), unit.Code, QuantityKind.Measure);
        draft.Next = next + 1;
        return true;
    }

    /// <summary>"3 <u>USD</u>50 vouchers": the currency touches the number after it.</summary>
    static bool BelongsToNext(in Sentence s, int at, int next) => !s.IsStuck(at) && s.IsStuck(next) && s.IsDigits(next);

    /// <summary>"75 USD million".</summary>
    static int OverScale(in Sentence s, int at, ref Draft draft)
    {
        if ((draft.Forms & NumeralForms.Scaled) != 0 || s.Match(at, Role.Scale, out var next) is not { } scale || !draft.Scale(scale.Value)) return at;
        draft.Forms |= NumeralForms.Scaled;
        return next;
    }

    public static void Take(ref Draft draft, Stretch place, string? code, QuantityKind kind)
    {
        draft.Unit = place;
        draft.Code = code;
        draft.Kind = kind;
        draft.HasUnit = true;
    }
}
