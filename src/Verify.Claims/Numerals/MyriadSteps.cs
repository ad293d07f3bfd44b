using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>A whole number in groups of four under way: each step takes the next part of it, as long as the part belongs to it.</summary>
/// <param name="points">Whether figures after a point that is a word belong to it.</param>
struct MyriadSteps(int at, bool points)
{
    const int Tens = 10;
    const decimal Myriad = 10000;
    const decimal Dozen = 12;

    /// <summary>Figures after a point are read to here.</summary>
    const decimal SmallestPlace = 1e-20m;

    MyriadSum sum = new();

    /// <summary>Whether the last part is a figure whose multiplier may be left out.</summary>
    bool shortens;

    /// <summary>The token after what was taken.</summary>
    public int Next { get; private set; } = at;

    public NumeralForms Forms { get; set; }

    /// <summary>As <see cref="MyriadSum.Factor"/>.</summary>
    public readonly decimal Factor => sum.Factor;

    public bool TryTake(in Sentence s)
    {
        if (s.IsDigits(Next)) return Digits(s);
        if (s.Match(Next, Role.Value, out var next) is { } word) return word.Value < Tens ? Figures(s) : sum.TakeTens(word.Value) && Took(next, NumeralForms.Words);
        // "2.3千克", "五十兆字节": the sign belongs to the unit.
        if (sum.Any && s.Match(Next, Role.Unit, out var unit) is not null && unit > Next + 1) return false;
        if (s.Language.WholeWords && !MyriadEdges.GoesOn(s, Next, Forms)) return false;
        if (s.Match(Next, Role.Multiplier, out next) is { } multiplier)
        {
            return (multiplier.Value == Dozen ? Dozens() : sum.Multiply(multiplier.Value, !HasDigits)) && Took(next, NumeralForms.Words);
        }
        if (s.Match(Next, Role.Scale, out next) is { Value: >= Myriad } scale && sum.Scale(scale.Value))
        {
            Forms &= ~NumeralForms.Decimals;
            return Took(next, NumeralForms.Scaled | (HasDigits ? NumeralForms.None : NumeralForms.Words));
        }
        if (s.IsDigits(Next - 1) && s.Match(Next, Role.StuckScale, out next) is { } letter && s.IsStuck(Next) && !s.IsStuckToWord(next) && sum.MultiplyAll(letter.Value)) return Took(next, NumeralForms.Scaled);
        if (sum.Any && s.Match(Next, Role.VagueLead, 1, out next) is not null && s.Match(next, Role.Scale, out _) is { Value: >= Myriad }) return Took(next, NumeralForms.Odd, shortens);
        return points && (Forms & NumeralForms.Decimals) == 0 && sum.Any && Point(s);
    }

    /// <summary>The number that the parts make; false where there is none.</summary>
    public bool TryClose(in Sentence s, out decimal value, out decimal? upper)
    {
        (value, upper) = (0, null);
        if (!sum.Any) return false;
        if (shortens && s.Language.Shortened) sum.Shorten();
        return sum.TryClose(out value, out upper);
    }

    readonly bool HasDigits => (Forms & NumeralForms.Digits) != 0;

    bool Dozens() => sum.HasPending && sum.Last > Dozen && sum.Multiply(Dozen) || (!sum.HasPending && sum.Any && sum.Scale(Dozen));

    bool Digits(in Sentence s)
    {
        // "만 19세": a scale that nothing multiplies is followed by no digits.
        if (sum.IsBare) return false;
        if (!DigitString.TryRead(s.Of(Next), s.Language, out var read) || (sum.Any && s.IsDigits(Next - 1)) || !sum.Take(read.Value)) return false;
        return Took(Next + 1, NumeralForms.Digits | (read.HasFraction ? NumeralForms.Decimals : NumeralForms.None), read.IsPlain && read.Value < Tens && s.IsStuck(Next));
    }

    /// <summary>One figure, neighbours that span, or several that are read by their places.</summary>
    bool Figures(in Sentence s)
    {
        if (sum.HasPending || (sum.Any && (MyriadRun.IsUnit(s, Next) || IsApart(s, Next)))) return false;
        var first = Next;
        var filled = false;
        // "一百零五": it only fills a place.
        while (sum.Any && s.Match(first, Role.Value, out var over) is { Value: 0 })
        {
            first = over;
            filled = true;
        }
        var run = MyriadRun.Read(s, first);
        if (filled && run.Count == 0) return MayFollowNought(s, first) && Took(first, NumeralForms.None, shortens);
        var spans = run.Spans && !s.Is(run.Next, Role.Over);
        if (run.Count > 1 && !spans && (sum.Any || s.Is(run.Next, Role.Multiplier))) run = MyriadRun.One(s, first);
        return sum.Take(spans ? run.First : run.Value, spans ? run.Second - run.First : 0) && Took(run.Next, NumeralForms.Words, run.Count == 1 && !filled);
    }

    /// <summary>"三点五", "3점 5": figures after a point that is a word.</summary>
    bool Point(in Sentence s)
    {
        if (s.Match(Next, Role.Point, out var next) is null) return false;
        var place = 0.1m;
        var end = next;
        if (s.IsDigits(next) && DigitString.TryRead(s.Of(next), s.Language, out var read) && read.IsPlain)
        {
            for (var i = 1; i < s[next].Span.Length && place > SmallestPlace; i++) place /= 10;
            Add(read.Value * place);
            end = next + 1;
        }
        while (place > SmallestPlace && !MyriadRun.IsEnding(s, end) && s.Match(end, Role.Value, out var after) is { Value: < Tens } figure)
        {
            Add(figure.Value * place);
            place /= 10;
            end = after;
        }
        return end > next && Took(end, NumeralForms.Decimals);
    }

    void Add(decimal part)
    {
        if (!sum.HasPending) sum.Take(0);
        sum.AddDecimal(part);
    }

    bool Took(int next, NumeralForms form, bool mayShorten = false)
    {
        (Next, shortens) = (next, mayShorten);
        Forms |= form;
        return true;
    }

    /// <summary>"십 <u>이상</u>", "삼십 <u>세</u>", "5천만 <u>네</u>덜란드": a word of its own that begins like a figure. What is counted may show the figure: "십 <u>팔</u> 개월".</summary>
    static bool IsApart(in Sentence s, int at) =>
        MyriadRun.IsEnding(s, at)
        || (s.Language.WholeWords && !s.IsStuck(at) && !s.Is(at + 1, Role.Multiplier) && !s.Is(at + 1, Role.Scale) && !(s.Is(at - 1, Role.Scale) ? MyriadEdges.EndsAt(s, at + 1) : MyriadEdges.IsLongUnit(s, at + 1)));

    static bool MayFollowNought(in Sentence s, int at) =>
        s.Is(at, Role.Multiplier) || s.Is(at, Role.Value) || s.IsDigits(at) || (s.Match(at, Role.VagueLead, 1, out var odd) is not null && s.Is(odd, Role.Scale));
}
