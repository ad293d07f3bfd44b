using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>Figures in words that stand side by side.</summary>
/// <param name="Value">Read by their places: "二〇二四".</param>
readonly record struct MyriadRun(int Count, int Next, decimal Value, decimal First, decimal Second)
{
    const int Longest = 16;

    /// <summary>"七八", "三五": neighbours tell a span, not two places.</summary>
    public bool Spans => Count == 2 && First > 0 && (Second == First + 1 || (First == 3 && Second == 5));

    public static MyriadRun Read(in Sentence s, int at) => Read(s, at, Longest);

    public static MyriadRun One(in Sentence s, int at) => Read(s, at, 1);

    /// <summary>"三十<u>两</u>": a figure that is a unit too, where nothing goes on behind it.</summary>
    public static bool IsUnit(in Sentence s, int at) =>
        s.Match(at, Role.Unit, out var next) is not null && !s.Is(next, Role.Multiplier) && !s.Is(next, Role.Scale) && !s.Is(next, Role.Value) && !s.Is(next, Role.Counter);

    static MyriadRun Read(in Sentence s, int at, int most)
    {
        var run = new MyriadRun(0, at, 0, 0, 0);
        while (run.Count < most && (run.Count == 0 || !IsUnit(s, run.Next)) && s.Match(run.Next, Role.Value, out var next) is { Value: < 10 } figure)
        {
            run = new(run.Count + 1, next, (run.Value * 10) + figure.Value, run.Count == 0 ? figure.Value : run.First, run.Count == 1 ? figure.Value : run.Second);
        }
        return run;
    }
}
