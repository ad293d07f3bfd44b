using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>Fractions that name their lower number first ("三分之二", "4分の3"), alone or after a whole ("一又二分之一"), and halves ("三个半").</summary>
static class MyriadParts
{
    const decimal Dozen = 12;

    public static void Extend(in Sentence s, ref Numeral whole)
    {
        if (whole.Upper is not null || (whole.Forms & (NumeralForms.Vague | NumeralForms.Odd)) != 0) return;
        var joined = s.Match(whole.Next, Role.Over, (byte)Over.Mixed, out var at) is not null;
        if (TryOver(s, whole, out var part)) whole = part;
        else if (joined && Myriads.TryWhole(s, at, out var lower) && TryOver(s, lower, out part))
        {
            whole = whole with { Next = part.Next, Value = whole.Value + part.Value, Other = null, Factor = 1, Forms = whole.Forms | NumeralForms.Decimals };
        }
        else if (joined && TryDozens(s, at, out lower) && Exact.Add(whole.Value, lower.Value, out var sum))
        {
            whole = whole with { Next = lower.Next, Value = sum, Other = null, Factor = 1 };
        }
        else if (s.Match(whole.Next, Role.Fraction, out var next) is { Value: < 1 } half && decimal.IsInteger(whole.Value) && s.Is(next, Role.Unit) && !s.Is(whole.Next, Role.Unit))
        {
            whole = whole with { Next = next, Value = whole.Value + half.Value, Other = null, Factor = 1, Forms = whole.Forms | NumeralForms.Decimals };
        }
    }

    /// <summary>"300と<u>2ダース</u>"</summary>
    static bool TryDozens(in Sentence s, int at, out Numeral dozens)
    {
        if (!Myriads.TryWhole(s, at, out dozens)) return false;
        for (var i = at + 1; i < dozens.Next; i++)
        {
            if (s.Match(i, Role.Multiplier, out var next) is { Value: Dozen }) return next == dozens.Next;
        }
        return false;
    }

    static bool TryOver(in Sentence s, in Numeral lower, out Numeral part)
    {
        part = default;
        if (s.Match(lower.Next, Role.Over, (byte)Over.LowerFirst, out var at) is null) return false;
        var negative = s.Match(at, Role.Minus, out var after) is not null;
        if (!Myriads.TryWhole(s, negative ? after : at, out var upper) || !Exact.Divide(upper.Value, lower.Value, out var value)) return false;
        part = new(lower.First, upper.Next, negative ? -value : value, null, 1, NumeralForms.Fraction | NumeralForms.OfPart | ((lower.Forms | upper.Forms) & (NumeralForms.Digits | NumeralForms.Words)));
        return true;
    }
}
