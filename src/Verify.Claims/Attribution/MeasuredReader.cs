using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Finds what a figure that counts nothing is a measure of, where the words right before it say so.</summary>
static class MeasuredReader
{
    const int Reach = 8;
    const string Comparisons = "<>≤≥⩽⩾~≈∼";

    /// <summary>"a speed <u>of</u> 20 km/h", "output (5 MW)", "x = 0.6", "Cost: $5"; empty where the subject of the clause must serve.</summary>
    public static Stretch Read(in Sentence s, in Draft figure, Outline outline, int floor)
    {
        if (figure.HasCounted) return default;
        if (OfChange(s, figure) is var changed && !changed.IsEmpty) return changed;
        var at = figure.First;
        if (s.IsMark(at - 1, '=') || (s.IsMark(at, Comparisons) && IsSymbol(s, at - 1))) return Symbol(s, s.IsMark(at - 1, '=') ? at - 1 : at, outline, floor);
        if (s.IsMark(at - 1, "(:")) return Noun(s, at - 1, outline, floor);
        var link = s.MatchBefore(at, Role.RatioOf, floor, out var before) is { Detail: 1 } || s.MatchBefore(at, Role.MeasureLink, floor, out before) is not null;
        return link ? Noun(s, before, outline, floor) : default;
    }

    /// <summary>"the side length <u>L</u> = 1 m", "the cohort (<u>n</u> = 12)": a letter stands for what is named before it.</summary>
    static Stretch Symbol(in Sentence s, int next, Outline outline, int floor)
    {
        if (!IsSymbol(s, next - 1)) return Noun(s, next, outline, floor);
        var before = next - 1;
        if (s.IsMark(before - 1, "(,;")) before--;
        else if (s.MatchBefore(before, Role.RatioOf, floor, out var of) is { Detail: 1 }) before = of;
        return Noun(s, before, outline, floor) is var noun && !noun.IsEmpty ? noun : new(next - 1, next);
    }

    static bool IsSymbol(in Sentence s, int at) => s.IsWord(at) && s[at].Span.Length <= 2;

    /// <summary>"a 10 % increase <u>in the risk</u>".</summary>
    static Stretch OfChange(in Sentence s, in Draft figure)
    {
        if (!NounPhrases.IsOpener(s, figure.First - 1) || s.Match(figure.Next, Role.ChangeVerb, out var at) is null) return default;
        var of = s.Match(at, Role.RatioOf, out var next) ?? s.Match(at, Role.NounStop, out next);
        return of is null ? default : NounPhrases.After(s, next);
    }

    /// <summary>The last phrase before the figure, where its clause has no subject to name.</summary>
    public static Stretch Nearest(in Sentence s, in Draft figure, Outline outline, int floor)
    {
        for (var at = figure.First; at > floor && figure.First - at < Reach; at--)
        {
            if (Noun(s, at, outline, floor) is var noun && !noun.IsEmpty) return noun;
        }
        return default;
    }

    /// <summary>The phrase before; none where another figure stands there ("8 miles (13 km)").</summary>
    static Stretch Noun(in Sentence s, int next, Outline outline, int floor) => outline.IsInQuantity(next - 1) ? default : NounPhrases.Before(s, next, floor);
}
