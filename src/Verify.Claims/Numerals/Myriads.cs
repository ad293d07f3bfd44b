using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>
/// Numbers in groups of four, written sign by sign, in digits or in both: "3亿5千万", "二十三", "2만5천". Figures said one after
/// another are read by their places ("二〇二四"), or span where they are neighbours ("两三百").
/// </summary>
sealed class Myriads : NumeralEngine
{
    const int Tens = 10;
    const decimal Myriad = 10000;
    const decimal Dozen = 12;

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
        var sum = new MyriadSum();
        var forms = NumeralForms.None;
        var next = at;
        // "数百", "几十万": the magnitude alone is known.
        if (s.Match(at, Role.VagueLead, 0, out var led) is not null)
        {
            if (!s.Is(led, Role.Multiplier) && !s.Is(led, Role.Scale)) return false;
            forms |= NumeralForms.Vague | NumeralForms.Words;
            next = led;
        }
        var shortens = false;
        while (TryStep(s, points, ref sum, ref next, ref forms, ref shortens)) { }
        if (!sum.Any) return false;
        if (shortens && s.Language.Shortened) sum.Shorten();
        if (!sum.TryClose(out var value, out var upper)) return false;
        numeral = new(at, next, value, Other(s, at, next, value), sum.Factor, forms, upper);
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

    static bool TryStep(in Sentence s, bool points, ref MyriadSum sum, ref int at, ref NumeralForms forms, ref bool shortens)
    {
        if (s.IsDigits(at)) return Digits(s, ref sum, ref at, ref forms, ref shortens);
        if (s.Match(at, Role.Value, out var next) is { } word) return word.Value < Tens ? Figures(s, ref sum, ref at, ref forms, ref shortens) : Listed(word.Value, next, ref sum, ref at, ref forms, ref shortens);
        // "2.3千克", "五十兆字节": the sign belongs to the unit.
        if (sum.Any && s.Match(at, Role.Unit, out var unit) is not null && unit > at + 1) return false;
        if (s.Language.WholeWords && !MyriadEdges.GoesOn(s, at, forms)) return false;
        if (s.Match(at, Role.Multiplier, out next) is { } multiplier)
        {
            if (multiplier.Value == Dozen ? !Dozens(ref sum) : !sum.Multiply(multiplier.Value, (forms & NumeralForms.Digits) == 0)) return false;
            shortens = false;
            forms |= NumeralForms.Words;
            at = next;
            return true;
        }
        if (s.Match(at, Role.Scale, out next) is { Value: >= Myriad } scale && sum.Scale(scale.Value))
        {
            forms = (forms & ~NumeralForms.Decimals) | NumeralForms.Scaled | ((forms & NumeralForms.Digits) == 0 ? NumeralForms.Words : NumeralForms.None);
            shortens = false;
            at = next;
            return true;
        }
        if (s.IsDigits(at - 1) && s.Match(at, Role.StuckScale, out next) is { } letter && (s.IsStuck(at) || at == s.Count - 1) && !s.IsStuckToWord(next) && sum.MultiplyAll(letter.Value))
        {
            forms |= NumeralForms.Scaled;
            shortens = false;
            at = next;
            return true;
        }
        if (sum.Any && s.Match(at, Role.VagueLead, 1, out next) is not null && s.Match(next, Role.Scale, out _) is { Value: >= Myriad })
        {
            forms |= NumeralForms.Odd;
            at = next;
            return true;
        }
        return points && (forms & NumeralForms.Decimals) == 0 && sum.Any && Point(s, ref sum, ref at, ref forms, ref shortens);
    }

    static bool Dozens(ref MyriadSum sum) => sum.HasPending && sum.Last > Dozen && sum.Multiply(Dozen) || (!sum.HasPending && sum.Any && sum.Scale(Dozen));

    static bool Listed(decimal value, int next, ref MyriadSum sum, ref int at, ref NumeralForms forms, ref bool shortens)
    {
        if (!sum.TakeTens(value)) return false;
        forms |= NumeralForms.Words;
        shortens = false;
        at = next;
        return true;
    }

    static bool Digits(in Sentence s, ref MyriadSum sum, ref int at, ref NumeralForms forms, ref bool shortens)
    {
        // "만 19세": a scale that nothing multiplies is followed by no digits.
        if (sum.IsBare) return false;
        if (!DigitString.TryRead(s.Of(at), s.Language, out var read) || (sum.Any && s.IsDigits(at - 1)) || !sum.Take(read.Value)) return false;
        forms |= NumeralForms.Digits | (read.HasFraction ? NumeralForms.Decimals : NumeralForms.None);
        shortens = read.IsPlain && read.Value < Tens && s.IsStuck(at);
        at++;
        return true;
    }

    /// <summary>"십 <u>이상</u>", "삼십 <u>세</u>", "5천만 <u>네</u>덜란드": a word of its own that begins like a figure. What is counted may show the figure: "십 <u>팔</u> 개월".</summary>
    static bool IsApart(in Sentence s, int at) =>
        MyriadRun.IsEnding(s, at)
        || (s.Language.WholeWords && !s.IsStuck(at) && !s.Is(at + 1, Role.Multiplier) && !s.Is(at + 1, Role.Scale) && !(s.Is(at - 1, Role.Scale) ? MyriadEdges.EndsAt(s, at + 1) : MyriadEdges.IsLongUnit(s, at + 1)));

    /// <summary>One figure, neighbours that span, or several that are read by their places.</summary>
    static bool Figures(in Sentence s, ref MyriadSum sum, ref int at, ref NumeralForms forms, ref bool shortens)
    {
        if (sum.HasPending || (sum.Any && (MyriadRun.IsUnit(s, at) || IsApart(s, at)))) return false;
        var first = at;
        var filled = false;
        // "一百零五": it only fills a place.
        while (sum.Any && s.Match(first, Role.Value, out var over) is { Value: 0 })
        {
            first = over;
            filled = true;
        }
        var run = MyriadRun.Read(s, first);
        if (filled && run.Count == 0)
        {
            if (!s.Is(first, Role.Multiplier) && !s.Is(first, Role.Value) && !s.IsDigits(first) && !(s.Match(first, Role.VagueLead, 1, out var odd) is not null && s.Is(odd, Role.Scale))) return false;
            at = first;
            return true;
        }
        var spans = run.Spans && !s.Is(run.Next, Role.Over);
        if (run.Count > 1 && !spans && (sum.Any || s.Is(run.Next, Role.Multiplier))) run = MyriadRun.One(s, first);
        if (!sum.Take(spans ? run.First : run.Value, spans ? run.Second - run.First : 0)) return false;
        forms |= NumeralForms.Words;
        shortens = run.Count == 1 && !filled;
        at = run.Next;
        return true;
    }

    /// <summary>"三点五", "3점 5": figures after a point that is a word.</summary>
    static bool Point(in Sentence s, ref MyriadSum sum, ref int at, ref NumeralForms forms, ref bool shortens)
    {
        if (s.Match(at, Role.Point, out var next) is null) return false;
        var place = 0.1m;
        var end = next;
        const decimal smallest = 1e-20m;
        if (s.IsDigits(next) && DigitString.TryRead(s.Of(next), s.Language, out var read) && read.IsPlain)
        {
            for (var i = 1; i < s[next].Span.Length && place > smallest; i++) place /= 10;
            Add(ref sum, read.Value * place);
            end = next + 1;
        }
        while (place > smallest && !MyriadRun.IsEnding(s, end) && s.Match(end, Role.Value, out var after) is { Value: < Tens } figure)
        {
            Add(ref sum, figure.Value * place);
            place /= 10;
            end = after;
        }
        if (end == next) return false;
        forms |= NumeralForms.Decimals;
        shortens = false;
        at = end;
        return true;
    }

    static void Add(ref MyriadSum sum, decimal part)
    {
        if (!sum.HasPending) sum.Take(0);
        sum.AddDecimal(part);
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
