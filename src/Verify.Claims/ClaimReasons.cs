using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Risk;
using Verify.Claims.Worth;

namespace Verify.Claims;

/// <summary>
/// Every phrase that can stand among the reasons of a claim: a closed list, so that a page can say them in its reader's language and tell
/// which of them speak against a claim. A phrase is never given another meaning; one that is no longer given may still stand in old records.
/// </summary>
public static class ClaimReasons
{
    /// <summary>They raise a worth.</summary>
    public static IReadOnlyList<string> ForWorth { get; } = [.. Worths().Where(reason => reason.Weight > 0).Select(reason => reason.Words).Distinct()];

    /// <summary>They lower a worth.</summary>
    public static IReadOnlyList<string> AgainstWorth { get; } = [.. Worths().Where(reason => reason.Weight < 0).Select(reason => reason.Words).Distinct()];

    /// <summary>They raise a risk; nothing lowers one.</summary>
    public static IReadOnlyList<string> ForRisk { get; } = [.. RiskTable.All.Select(reason => reason.Words)];

    static IEnumerable<Reason> Worths() =>
    [
        .. WorthTable.Single,
        .. WorthTable.AllTopics.SelectMany(topic => new[] { WorthTable.Counting(topic), WorthTable.About(topic) }),
        .. Enum.GetValues<QuantityKind>().Select(WorthTable.OfKind).OfType<Reason>(),
        .. Enum.GetValues<Modality>().Select(WorthTable.Of).OfType<Reason>(),
        .. Enum.GetValues<Signal>().Select(WorthTable.Of).OfType<Reason>(),
        .. Enum.GetValues<Frame>().Select(WorthTable.Of).OfType<Reason>(),
        WorthTable.Large(WorthTable.LargeFrom),
        WorthTable.Large(WorthTable.VeryLargeFrom),
    ];
}
