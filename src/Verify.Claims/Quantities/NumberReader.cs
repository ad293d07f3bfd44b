using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Reads a number in words or figures, with what belongs to it in every language, and the sign before it.</summary>
static class NumberReader
{
    /// <summary>What goes with <see cref="Role.Minus"/> where it stands behind: "10 degrees <u>below zero</u>".</summary>
    public const byte Below = 1;

    /// <summary>What may follow a quotient: words that no number counts.</summary>
    static readonly Roles AfterQuotient = Roles.Of(Role.RelationAfter, Role.Percent, Role.Joiner);

    public static bool TryRead(in Sentence s, int at, out Numeral numeral)
    {
        if (Figures.Slashed(s, at, out numeral, out var refused) || Figures.Spaced(s, at, out numeral))
        {
            Figures.Scaled(s, ref numeral);
            return true;
        }
        if (refused || !s.Language.Numerals.TryRead(s, at, out numeral) || IsInCompound(s, numeral)) return false;
        if (!Figures.Mixed(s, ref numeral) && !Powers.Raise(s, ref numeral)) SaidPowers.Raise(s, ref numeral);
        Quotient(s, ref numeral);
        return true;
    }

    /// <summary>Takes the sign before the number; a sign of a word stays outside <see cref="Draft.Number"/>.</summary>
    public static void Sign(in Sentence s, int floor, ref Draft draft)
    {
        var before = draft.First - 1;
        if (before >= floor && (before > floor || before == 0 || !s.IsUnspaced(before - 1)) && s.IsMark(before, "-−+–") && IsSign(s, before, draft.Next))
        {
            if (!s.IsMark(before, '+')) Negate(ref draft);
            draft.First = before;
            draft.Number = draft.Number with { First = before };
        }
        else WordSign(s, floor, ref draft);
    }

    /// <summary>"minus five", "eksi yüzde beş"; in "por lo menos 30" the word belongs to a longer one that qualifies.</summary>
    public static void WordSign(in Sentence s, int floor, ref Draft draft)
    {
        if (s.MatchBefore(draft.First, Role.Minus, floor, out var minus) is not { Detail: not Below } || (s.MatchBefore(draft.First, Role.RelationBefore, floor, out var relation) is not null && relation < minus)) return;
        Negate(ref draft);
        draft.First = minus;
    }

    /// <summary>"10 degrees <u>below zero</u>": the sign of both ends and of what qualifies them.</summary>
    public static void SignBehind(in Sentence s, ref Draft draft)
    {
        if (draft.Value <= 0 || draft.Kind is not (QuantityKind.Measure or QuantityKind.Other) || s.Match(draft.Next, Role.Minus, Below, out var next) is not { } below) return;
        // "10 graus negativos", but "10 negativos" are cases.
        if (below.Length == 1 && !draft.HasUnit) return;
        draft.Next = next;
        Negate(ref draft);
        if (draft.Upper is { } upper)
        {
            (draft.Value, draft.Upper, draft.Other, draft.OtherUpper) = (-upper, draft.Value, null, null);
            (draft.Low, draft.High) = (draft.High, draft.Low);
        }
        else if (draft.Relation != Relation.Equal) draft.Relation = Turned(draft.Relation);
    }

    static Relation Turned(Relation relation) => relation switch
    {
        Relation.More => Relation.Less,
        Relation.Less => Relation.More,
        Relation.AtLeast => Relation.AtMost,
        Relation.AtMost => Relation.AtLeast,
        _ => relation,
    };

    /// <summary>A mark that touches the number and nothing before it; it may stand apart where nothing but the number is in the line: otherwise it is a bullet.</summary>
    static bool IsSign(in Sentence s, int mark, int next) => s.IsStuck(mark + 1) ? !s.IsStuck(mark) || s.IsUnspaced(mark - 1) || s.IsMark(mark - 1, "(<>=≤≥") || s.MatchBefore(mark, Role.Currency, 0, out _) is not null : s.IsMark(mark, "-−") && (mark == 0 ? next >= s.Count - 1 : IsDegrees(s, mark, next));

    /// <summary>"à - 20 °C": behind a word that asks for what follows, a mark apart is no dash where degrees are told.</summary>
    static bool IsDegrees(in Sentence s, int mark, int next) =>
        s.MatchBefore(mark, Role.NounStop, 0, out _) is { Detail: (byte)NounStop.Outside or (byte)NounStop.Attaching } && s.Match(next, Role.Unit, out _) is { Code: "Cel" or "[degF]" or "deg" };

    /// <summary>"half-staff", "third-party": a part in a compound that measures nothing.</summary>
    static bool IsInCompound(in Sentence s, in Numeral part) =>
        (part.Forms & NumeralForms.Fraction) != 0 && (part.Forms & NumeralForms.Digits) == 0 && s.IsMark(part.Next, '-') && s.IsStuck(part.Next) && s.IsWord(part.Next + 1) && s.IsStuck(part.Next + 1)
        && !s.Is(part.Next + 1, Role.Unit);

    /// <summary>"one over three", "पाँच में से दो", "1 in twenty", where nothing follows that the second number could count.</summary>
    static void Quotient(in Sentence s, ref Numeral top)
    {
        if (s.Match(top.Next, Role.Over, out var at) is not { Detail: (byte)Over.UpperFirst or (byte)Over.LowerFirst or (byte)Over.Among } over || !s.Language.Numerals.TryRead(s, at, out var bottom) || bottom.Value <= 0 || top.Value <= 0) return;
        if (over.Detail == (byte)Over.Among ? !IsAmong(s, top, bottom) : s.IsWord(bottom.Next) && !s.Is(bottom.Next, AfterQuotient)) return;
        var (upper, lower) = over.Detail == (byte)Over.LowerFirst ? (bottom.Value, top.Value) : (top.Value, bottom.Value);
        if (Exact.Divide(upper, lower, out var value)) top = top with { Next = bottom.Next, Value = value, Other = null, Forms = top.Forms | NumeralForms.Fraction };
    }

    /// <summary>Nothing stands behind "1 in twenty", no relation before it is of the first number alone, and the second number is no year.</summary>
    static bool IsAmong(in Sentence s, in Numeral top, in Numeral bottom) =>
        s.MatchBefore(top.First, Role.RelationBefore, 0, out _) is null && top.Value < bottom.Value && decimal.IsInteger(top.Value) && (bottom.Forms == NumeralForms.Words || (bottom.Forms == NumeralForms.Digits && bottom.Value < 1000)) && (bottom.Next == s.Count || s.IsMark(bottom.Next, ",.;:!?)"));

    static void Negate(ref Draft draft)
    {
        draft.Value = -draft.Value;
        draft.Other = -draft.Other;
    }
}
