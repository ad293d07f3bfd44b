using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Finds what a figure that counts nothing is a measure of, where the words right before it say so.</summary>
static class MeasuredReader
{
    /// <summary>"a speed <u>of</u> 20 km/h", "output (5 MW)", "x = 0.6"; empty where the subject of the clause must serve.</summary>
    public static Stretch Read(in Sentence s, in Draft figure, int floor)
    {
        if (figure.HasCounted) return default;
        var at = figure.First;
        if (s.IsMark(at - 1, '(') || s.IsMark(at - 1, '=')) return NounPhrases.Before(s, at - 1, floor);
        return s.MatchBefore(at, Role.RatioOf, floor, out var of) is { Detail: 1 } ? NounPhrases.Before(s, of, floor) : default;
    }
}
