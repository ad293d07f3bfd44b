using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>What all languages write alike with digits: fractions with a slash, mixed numbers, groups apart by spaces, and the number said again in brackets.</summary>
static class Figures
{
    const int LargestDenominator = 1000;
    const int GroupLength = 3;
    const int MostGroups = 8;

    /// <summary>"1/3". Figures around a slash that make no fraction make no number at all, which <paramref name="refused"/> tells.</summary>
    public static bool Slashed(in Sentence s, int at, out Numeral numeral, out bool refused)
    {
        numeral = default;
        refused = false;
        if (s.MatchBefore(at, Role.Currency, 0, out _) is not null) return false;
        refused = s.IsDigits(at) && s.IsMark(at + 1, "/⁄") && s.IsStuck(at + 1) && s.IsDigits(at + 2) && s.IsStuck(at + 2);
        if (!refused || !DigitString.TryRead(s.Of(at), s.Language, out var top) || !DigitString.TryRead(s.Of(at + 2), s.Language, out var bottom)) return false;
        if (!top.IsPlain || !bottom.IsPlain || (top.Value >= bottom.Value && !IsSignedAlone(s, at)) || bottom.Value > LargestDenominator || top.Value == 0) return false;
        numeral = new(at, at + 3, top.Value / bottom.Value, null, 1, NumeralForms.Digits | NumeralForms.Fraction);
        return true;
    }

    /// <summary>"-3/2" and nothing else in the line: no date, no score and no address has a sign.</summary>
    static bool IsSignedAlone(in Sentence s, int at) => at == 1 && s.Count == 4 && s.IsMark(0, "-−") && s.IsStuck(1);

    /// <summary>"1 234 567"; a single group only where nothing else could want its digits: "10 000 peserta", or where the language groups so.</summary>
    public static bool Spaced(in Sentence s, int at, out Numeral numeral)
    {
        numeral = default;
        if (!s.IsDigits(at) || s[at].Span.Length > GroupLength || s.Of(at)[0] == '0' || !IsPlain(s, at) || s.IsDigits(at - 1)) return false;
        var next = at + 1;
        while (next - at <= MostGroups && IsGroup(s, next)) next++;
        var parted = next - at <= MostGroups && IsLastGroup(s, next);
        if (parted) next++;
        var groups = next - at - 1;
        if (groups == 0 || s.IsDigits(next) || (groups == 1 && !IsLoneGroup(s, at, next))) return false;
        decimal value = 0;
        for (var i = at; i < next; i++)
        {
            if (!DigitString.TryRead(s.Of(i), s.Language, out var read)) return false;
            value = (value * 1000) + read.Value;
        }
        numeral = new(at, next, value, null, 1, parted ? NumeralForms.Digits | NumeralForms.Decimals : NumeralForms.Digits);
        return true;
    }

    /// <summary>"2 1/4", "2 and 1/4".</summary>
    public static bool Mixed(in Sentence s, ref Numeral whole)
    {
        if (whole.Forms != NumeralForms.Digits || whole.Next != whole.First + 1) return false;
        var joined = s.Match(whole.Next, Role.Joiner, out var at) is not null;
        if (!Slashed(s, joined ? at : whole.Next, out var part, out _) || (joined && !IsJoined(s, whole, part.Next))) return false;
        whole = whole with { Next = part.Next, Value = whole.Value + part.Value, Other = null, Forms = NumeralForms.Digits | NumeralForms.Decimals };
        Scaled(s, ref whole);
        return true;
    }

    /// <summary>"2 1/4 <u>million</u>", "3 228 <u>milliards</u>": the scale words after figures that were read as one.</summary>
    public static void Scaled(in Sentence s, ref Numeral figure)
    {
        while (s.Match(figure.Next, Role.Scale, out var next) is { } scale && !ScaleReader.IsPartOfSign(s, figure.Next, next) && MyriadEdges.GoesOn(s, figure.Next, NumeralForms.Digits) && Exact.Multiply(figure.Value, scale.Value, out var value))
            figure = figure with { Next = next, Value = value, Factor = figure.Factor * scale.Value, Forms = (figure.Forms & ~NumeralForms.Fraction) | NumeralForms.Scaled };
    }

    /// <summary>Not where the fraction is another quantity: "<u>between</u> 1 and 3/4", "20 and 1/3 <u>of</u> them", or one more of a list.</summary>
    static bool IsJoined(in Sentence s, in Numeral whole, int next) =>
        whole.Value < LargestDenominator && decimal.IsInteger(whole.Value) && s.MatchBefore(whole.First, Role.RangeOpen, 0, out _) is null && !s.IsMark(whole.First - 1, ",") && !s.Is(next, Role.RatioOf);

    /// <summary>"lima (5) orang", "45 (forty-five)": past the same number said again, in words after figures or in figures after words.</summary>
    public static int OverEcho(in Sentence s, in Numeral said)
    {
        var next = OverEnding(s, said.Next);
        if (!s.IsMark(next, '(') || !s.Language.Numerals.TryRead(s, next + 1, out var again) || !s.IsMark(again.Next, ')')) return next;
        return again.Value == said.Value && IsWritten(again) != IsWritten(said) ? again.Next + 1 : next;
    }

    /// <summary>"5'ten", "20-ти": past the ending that hangs on figures, unless a relation takes it: "5'<u>e kadar</u>".</summary>
    public static int OverEnding(in Sentence s, int at) => s.IsDigits(at - 1) ? OverHung(s, at) : at;

    /// <summary>The same behind a unit: "5 km'<u>lik</u> yol".</summary>
    public static int OverHung(in Sentence s, int at) =>
        s.IsStuck(at) && s.IsStuck(at + 1) && !s.Is(at, Role.RelationAfter) && s.Match(at, Role.NumberEnding, out var next) is not null && !s.IsStuckToWord(next) ? next : at;

    static bool IsWritten(in Numeral numeral) => (numeral.Forms & NumeralForms.Digits) != 0;

    /// <summary>A single group: what follows needs it, nothing else is in the line, or the language groups so; no name holds it ("Boeing 737 800").</summary>
    static bool IsLoneGroup(in Sentence s, int at, int next) =>
        s.Language.Group == ' ' || (at == 0 && next == s.Count) || ((s.IsWord(next) || s.Is(next, Role.Currency)) && (s.Language.CapitalNouns || !(s.IsCapital(at - 1) || s.IsCapital(next))));

    static bool IsPlain(in Sentence s, int at) => Figure.IsPlain(s.Of(at));

    static bool IsGroup(in Sentence s, int at) => s.IsDigits(at) && s[at].Span.Length == GroupLength && IsPlain(s, at) && IsApart(s, at);

    /// <summary>"3 214,56": the last group with the decimals after it.</summary>
    static bool IsLastGroup(in Sentence s, int at) =>
        s.IsDigits(at) && s[at].Span.Length > GroupLength + 1 && s.Of(at)[GroupLength] == s.Language.Decimal && Figure.IsPlain(s.Of(at)[..GroupLength]) && Figure.IsPlain(s.Of(at)[(GroupLength + 1)..]) && IsApart(s, at);

    static bool IsApart(in Sentence s, int at) => s.Text[s[at - 1].End] == ' ' && s[at - 1].End + 1 == s[at].Start;
}
