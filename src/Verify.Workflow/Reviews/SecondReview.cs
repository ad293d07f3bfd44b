using System.Collections.Immutable;

namespace Verify.Workflow.Reviews;

/// <summary>Why one reviewer is not enough for a claim.</summary>
public enum SecondReason
{
    /// <summary>The reading's risk: its magnitude, two readings, a named person, odd characters.</summary>
    Risk,

    /// <summary>The reviewer corrected a figure's value, relation or unit.</summary>
    CorrectedFigure,

    /// <summary>The reviewer has often disagreed with others lately.</summary>
    LowAgreement,
}

/// <summary>Which decisions ask for a second reviewer. A rejection never does: no record comes of it.</summary>
static class SecondReview
{
    /// <summary>Null where one reviewer is enough.</summary>
    /// <param name="isLowAgreement">Asked only where nothing else decides.</param>
    public static async Task<IReadOnlyList<SecondReason>?> ReasonsAsync(ReviewOpened opened, Judgement judgement, Func<Task<bool>> isLowAgreement)
    {
        if (opened.Rules.SecondReviewFrom is not { } from || judgement is Reject) return null;
        var reasons = ImmutableArray.CreateBuilder<SecondReason>();
        if (opened.Reading.Risk >= from) reasons.Add(SecondReason.Risk);
        if (judgement is Correct { Correction: { Value: not null } or { Upper: not null } or { Relation: not null } or { Unit: not null } }) reasons.Add(SecondReason.CorrectedFigure);
        if (reasons.Count == 0 && await isLowAgreement()) reasons.Add(SecondReason.LowAgreement);
        return reasons.Count > 0 ? reasons.ToImmutable() : null;
    }
}
