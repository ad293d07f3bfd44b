using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>Figures in words that stand side by side.</summary>
/// <param name="Value">Read by their places: "二〇二四".</param>
readonly record struct MyriadRun(int Count, int Next, decimal Value, decimal First, decimal Second)
{
    const int Longest = 16;

    static readonly Roles Counted = Roles.Of(Role.Counter, Role.Unit, Role.Multiplier, Role.Scale);

    /// <summary>"七八", "三五": neighbours tell a span, not two places.</summary>
    public bool Spans => Count == 2 && First > 0 && (Second == First + 1 || (First == 3 && Second == 5));

    public static MyriadRun Read(in Sentence s, int at) => Read(s, at, Longest);

    public static MyriadRun One(in Sentence s, int at) => Read(s, at, 1);

    /// <summary>"三十<u>两</u>": a figure that is a unit too, where nothing goes on behind it.</summary>
    public static bool IsUnit(in Sentence s, int at) =>
        !(s.Language.WholeWords && s.IsStuck(at)) && s.Match(at, Role.Unit, out var next) is not null && !s.Is(next, Role.Multiplier) && !s.Is(next, Role.Scale) && !s.Is(next, Role.Value) && !s.Is(next, Role.Counter);

    /// <summary>"백칠십<u>이다</u>", "십 <u>이상</u>": an ending or another word that begins like a figure.</summary>
    public static bool IsEnding(in Sentence s, int at) =>
        (s.Match(at, Role.RelationAfter, out var next) is not null && next > at + 1) || (s.Match(at, Role.Particle, out next) is not null && next > at + 1);

    static MyriadRun Read(in Sentence s, int at, int most)
    {
        var run = new MyriadRun(0, at, 0, 0, 0);
        while (run.Count < most && (run.Count == 0 || !(IsUnit(s, run.Next) || IsEnding(s, run.Next))) && s.Match(run.Next, Role.Value, out var next) is { Value: < 10 } figure)
        {
            run = new(run.Count + 1, next, (run.Value * 10) + figure.Value, run.Count == 0 ? figure.Value : run.First, run.Count == 1 ? figure.Value : run.Second);
        }
        // "七、八人": neighbours that a comma parts.
        if (run.Count == 1 && most > 1 && s.IsMark(run.Next, ',') && s.Match(run.Next + 1, Role.Value, out var after) is { } second && second.Value == run.First + 1 && s.Is(after, Counted))
        {
            run = new(2, after, run.Value, run.First, second.Value);
        }
        return run;
    }
}
