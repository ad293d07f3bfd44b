using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>
/// Numbers in groups of four, written sign by sign, in digits or in both: "3亿5千万", "二十三", "2만5천". Figures said one after
/// another are read by their places ("二〇二四"), or span where they are neighbours ("两三百").
/// </summary>
sealed class Myriads : NumeralEngine
{
    public override Roles Opens { get; } = Roles.Of(Role.Multiplier, Role.Scale);

    public override bool TryRead(in Sentence sentence, int at, out Numeral numeral)
    {
        numeral = default;
        if (sentence.Match(at, Role.PercentBefore, out _) is not null) return false;
        var whole = TryWhole(sentence, at, out numeral);
        if (TryListed(sentence, at, out var listed) && (!whole || listed.Next >= numeral.Next))
        {
            numeral = listed;
            return MyriadEdges.Hold(sentence, listed);
        }
        if (!whole) return false;
        MyriadParts.Extend(sentence, ref numeral);
        return MyriadEdges.Hold(sentence, numeral);
    }

    public override bool TryPlace(in Sentence sentence, int at, out Numeral numeral) => TryWhole(sentence, at, false, out numeral);

    /// <summary>No word of these languages stands for a value and is read on from.</summary>
    public override void ReadOn(in Sentence sentence, ref Numeral numeral) { }

    /// <summary>A number without its fraction.</summary>
    public static bool TryWhole(in Sentence s, int at, out Numeral numeral) => TryWhole(s, at, true, out numeral);

    /// <param name="points">Whether figures after a point that is a word belong to it: in "三点二十分" they are minutes.</param>
    static bool TryWhole(in Sentence s, int at, bool points, out Numeral numeral)
    {
        numeral = default;
        var steps = new MyriadSteps(at, points);
        // "数百", "几十万": the magnitude alone is known.
        if (s.Match(at, Role.VagueLead, 0, out var led) is not null)
        {
            if (!s.Is(led, Role.Multiplier) && !s.Is(led, Role.Scale)) return false;
            steps = new(led, points) { Forms = NumeralForms.Vague | NumeralForms.Words };
        }
        while (steps.TryTake(s)) { }
        if (!steps.TryClose(s, out var value, out var upper)) return false;
        numeral = new(at, steps.Next, value, Other(s, at, steps.Next, value), steps.Factor, steps.Forms, upper);
        return true;
    }

    /// <summary>The other value of digits that only magnitudes follow, which multiply it as they do the first.</summary>
    static decimal? Other(in Sentence s, int at, int next, decimal value)
    {
        if (!s.IsDigits(at) || !DigitString.TryRead(s.Of(at), s.Language, out var read) || read.Other is not { } other || read.Value == 0) return null;
        for (var i = at + 1; i < next; i++)
        {
            if (s.IsDigits(i) || s.Is(i, Role.Value)) return null;
        }
        return Exact.Multiply(other, value / read.Value, out var scaled) ? scaled : null;
    }

    /// <summary>"一半", "半", "サーティ": a word of the lists.</summary>
    static bool TryListed(in Sentence s, int at, out Numeral numeral)
    {
        numeral = default;
        if (s.Match(at, Role.Fraction, out var next) is { } fraction) numeral = new(at, next, fraction.Value, null, 1, NumeralForms.Words | NumeralForms.Fraction | NumeralForms.OfPart);
        else if (s.Match(at, Role.Vague, out next) is { } vague) numeral = new(at, next, vague.Value, null, 1, NumeralForms.Words | NumeralForms.Vague);
        else if (s.Is(at, Role.Alone)) MyriadSyllables.TryRead(s, at, out numeral);
        return numeral.Next > at;
    }
}
