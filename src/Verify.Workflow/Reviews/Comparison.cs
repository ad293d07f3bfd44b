using System.Collections.Immutable;

namespace Verify.Workflow.Reviews;

/// <summary>What came of holding two decisions beside each other.</summary>
/// <param name="Fields">In what they differ; empty where they agree.</param>
public sealed record Comparison(DateTimeOffset At, ImmutableArray<string> Fields)
{
    public bool IsAgreement => Fields.IsEmpty;

    /// <summary>
    /// The fields in which two decisions on one reading differ: the judgement, or, where both make a record, what the record would state.
    /// Evidence, notes and labels may differ.
    /// </summary>
    public static ImmutableArray<string> FieldsOf(Reading reading, ClaimJudged one, ClaimJudged other) => (Outcome(reading, one), Outcome(reading, other)) switch
    {
        (null, null) => [],
        ({ } a, { } b) => [.. Differences(a, b)],
        _ => ["/judgement"],
    };

    static IEnumerable<string> Differences((CorrectedReading Read, int Rating) one, (CorrectedReading Read, int Rating) other)
    {
        if (one.Rating != other.Rating) yield return "/verdict";
        for (var i = 0; i < one.Read.Figures.Length; i++)
        {
            var (a, b) = (one.Read.Figures[i], other.Read.Figures[i]);
            if (a.Value != b.Value) yield return $"/figures/{i}/value";
            if (a.Upper != b.Upper) yield return $"/figures/{i}/upper";
            if (a.Relation != b.Relation) yield return $"/figures/{i}/relation";
            if (a.Unit != b.Unit) yield return $"/figures/{i}/unit";
            if (a.Counted != b.Counted) yield return $"/figures/{i}/counted";
        }
        if (one.Read.Speaker != other.Read.Speaker) yield return "/speaker";
        if (one.Read.Time != other.Read.Time) yield return "/time";
    }

    /// <summary>Null for a rejection.</summary>
    static (CorrectedReading, int)? Outcome(Reading reading, ClaimJudged decision) => decision switch
    {
        ClaimApproved approved => (CorrectedReading.Of(reading, null), approved.Verdict.Rating),
        ClaimCorrected corrected => (CorrectedReading.Of(reading, corrected.Correction), corrected.Verdict.Rating),
        _ => null,
    };
}
