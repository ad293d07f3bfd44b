using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Places in an order: "ketiga", "ke-3", "3rd".</summary>
static class OrdinalReader
{
    /// <summary>True when the tokens are an ordinal, or look like one and mean no figure at all; then <paramref name="draft"/> has no number.</summary>
    public static bool TryRead(in Sentence s, int at, out int next, out Draft draft)
    {
        draft = default;
        if (Prefixed(s, at, out next, out var value) || Suffixed(s, at, out next, out value))
        {
            draft = Made(at, next, value);
            return true;
        }
        if (s.Match(at, Role.Ordinal, out next) is not { } word) return false;
        if (!IsCollective(s, next)) draft = Made(at, next, word.Value);
        return true;
    }

    static bool Prefixed(in Sentence s, int at, out int next, out decimal value)
    {
        value = 0;
        if (s.Match(at, Role.OrdinalPrefix, out next) is null || !s.IsMark(next, '-') || !s.IsStuck(next) || !s.IsDigits(next + 1)) return false;
        next += 2;
        return DigitString.TryRead(s.Of(next - 1), s.Language, out var read) && (value = read.Value) >= 0;
    }

    static bool Suffixed(in Sentence s, int at, out int next, out decimal value)
    {
        value = 0;
        next = at + 1;
        return s.IsDigits(at) && s.IsStuck(at + 1) && s.Match(at + 1, Role.OrdinalSuffix, out next) is not null
            && DigitString.TryRead(s.Of(at), s.Language, out var read) && (value = read.Value) >= 0;
    }

    /// <summary>"kedua negara" counts nothing: it takes all that were named before.</summary>
    static bool IsCollective(in Sentence s, int next) =>
        s.Language.Collective && s.IsWord(next) && !s.IsCapital(next) && !s.Is(next, Role.NounStop) && !s.Is(next, Role.Conjunction) && !Verbs.Is(s, next);

    static Draft Made(int at, int next, decimal value) =>
        new() { Number = new(at, next), First = at, Next = next, Value = value, Kind = QuantityKind.Ordinal, Forms = NumeralForms.Words };
}
