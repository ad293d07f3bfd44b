using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>What follows the word that joins the parts of a number: "two hundred <u>and</u> five", "six <u>and</u> three quarters".</summary>
sealed partial class AdditiveMultiplicative
{
    const decimal Dozen = 12;

    /// <summary>"two hundred and five", "two and a half", "one billion and a quarter million"; "three million and five million" are two numbers.</summary>
    static bool AfterJoiner(in Sentence s, int first, ref Sum sum, ref int at, int joined)
    {
        if (!sum.HasScale && s.Match(joined, Role.Fraction, out var next) is { } half && sum.AddPart(half.Value))
        {
            at = next;
            return true;
        }
        // "dos y medio", "deux et demi": of one, where no scale follows the part.
        if (s.Match(joined, Role.FractionOfScale, out next) is { } piece && !s.Is(next, Parted) && sum.AddPart(piece.Value))
        {
            at = next;
            return true;
        }
        if (TryRead(s, joined, false, out var part) && Adds(s, first, ref sum, part))
        {
            at = part.Next;
            return true;
        }
        if (JoinedFigures.Add(s, first, part, joined, ref sum, ref at)) return true;
        if (s.Language.Spelling is not null) return false;
        if (s.Match(joined, Role.Value, out next) is { } value && !(sum.HasScale && s.Is(next, Role.Scale)) && sum.AtomAfterJoiner(value.Value)
            || Plain(s, joined) is { } digits && !ScaleReader.Follows(s, next = joined + 1) && sum.DigitsAfterJoiner(digits))
        {
            at = next;
            return true;
        }
        return false;
    }

    /// <summary>What follows the joining word is a part ("and three quarters"), alone or of a scale, or so many dozens.</summary>
    static bool Adds(in Sentence s, int first, ref Sum sum, in Numeral part)
    {
        if ((part.Forms & NumeralForms.OfPart) == 0) return s.MatchBefore(part.Next, Role.Multiplier, part.First, out _) is { Value: Dozen } && sum.AddDozens(part.Value);
        if ((part.Forms & NumeralForms.Scaled) == 0) return sum.AddPart(part.Value);
        return sum.HasScale ? sum.AddScaled(part.Value) : s.MatchBefore(first, Role.RangeOpen, 0, out _) is null && sum.AddPartOf(part.Value, part.Factor);
    }

    static decimal? Plain(in Sentence s, int at) => s.IsDigits(at) && DigitString.TryRead(s.Of(at), s.Language, out var read) && read.IsPlain ? read.Value : null;
}
