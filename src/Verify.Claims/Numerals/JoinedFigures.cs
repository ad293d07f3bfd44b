using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>
/// Figures behind the word that joins the parts of a number, in languages where all parts are joined by it: "5 آلاف <u>و200</u>",
/// "۲ میلیون <u>و ۳۰۰ هزار</u>". Only falling magnitudes are one number: "100 ألف و20 ألفا" are two.
/// </summary>
static class JoinedFigures
{
    /// <summary>What shows that the figures are another quantity: "25 ألفا و15 <u>في المئة</u>".</summary>
    static readonly Roles Apart = Roles.Of(Role.Percent, Role.Multiple, Role.ChangeVerb, Role.Verb);

    /// <param name="first">Where the number begins.</param>
    /// <param name="part">What was read after the joining word.</param>
    public static bool Add(in Sentence s, int first, in Numeral part, int joined, ref Sum sum, ref int at)
    {
        if (!s.Language.JoinedFigures || !s.IsDigits(joined) || (part.Forms & ~(NumeralForms.Digits | NumeralForms.Words | NumeralForms.Scaled)) != 0) return false;
        if (s.Is(part.Next, Apart) || IsOtherEnd(s, first, part.Next)) return false;
        if (!sum.AddFigures(part.Value, part.Factor) && !(part.Next == joined + 1 && sum.DigitsAfterJoiner(part.Value))) return false;
        at = part.Next;
        return true;
    }

    /// <summary>"between a thousand <u>and 500</u>": the other end of a range, unless that is still to come.</summary>
    static bool IsOtherEnd(in Sentence s, int first, int next) => s.MatchBefore(first, Role.RangeOpen, 0, out var open) is { Detail: 1 } && open < first && s.Match(next, Role.RangeAnd, out _) is null;
}
