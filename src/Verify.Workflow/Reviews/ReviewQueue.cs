using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Verify.Claims.Attribution;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Reviews;

/// <summary>What the queue tells of a claim, enough to choose it by.</summary>
/// <param name="Text">The clause.</param>
/// <param name="Figure">The quantity's own words.</param>
/// <param name="Risk">Null in what a version without risks queued.</param>
/// <param name="IsDisagreed">Two reviewers differ: it waits for an editor. Not written otherwise.</param>
/// <param name="Lease">Who works on it now; not written when nobody does.</param>
/// <param name="Revised">Its record was corrected or retracted since; not written otherwise.</param>
/// <param name="JudgedBy">Pseudonyms of those who have judged it: kept, and never shown. Not written while nobody has.</param>
public sealed record QueueEntry(
    ClaimId Id, string Text, string Figure, string? Speaker, Modality Modality, double Worth, string Language, string? Title,
    DateTimeOffset OpenedAt, bool IsEscalated,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Risk = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsDisagreed = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LeaseView? Lease = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? JudgedBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RevisionKind? Revised = null)
{
    /// <summary>Whether the claim waits for this person.</summary>
    internal bool IsFor(Actor by) => JudgedBy?.Contains(by.Id) != true && (!IsDisagreed || by.Role == Role.Editor);

    /// <summary>As doors show it.</summary>
    internal QueueEntry Shown(Lease? lease) => this with { JudgedBy = null, Lease = lease is null ? null : new(lease.By, lease.Until) };
}

/// <summary>
/// The claims that wait, as names in the store: <c>queue/{rank:00}/{opened}-{claimId}</c>, so that name order is work order: escalated
/// and disagreed first, then by worth, then by age. Derived from the journals. A name does not change when one of two decisions is made.
/// </summary>
public sealed class ReviewQueue(IBlobs blobs)
{
    internal const string Prefix = "queue/";
    internal const string HeadPrefix = "queue/00/";
    const string OpenedFormat = "yyyyMMddHHmmssfff";
    const int RankLength = 3; // two digits and a slash

    /// <summary>Makes the queue say what the review says: there once while it waits for somebody, else not.</summary>
    internal async Task ShowAsync(Review review, CancellationToken cancel)
    {
        foreach (var replaced in review.Earlier.Values)
            if (Name(review, replaced.Worth, isAtHead: false) is var old && old != NameOf(review)) await blobs.DeleteAsync(old, cancel: cancel);
        if (IsAtHead(review)) await blobs.DeleteAsync(Name(review, isAtHead: false), cancel: cancel);
        if (review.IsUndecided) await blobs.PutAsync(NameOf(review), Content(review), cancel);
        else await blobs.DeleteAsync(NameOf(review), cancel: cancel);
    }

    internal static string NameOf(Review review) => Name(review, IsAtHead(review));

    internal static byte[] Content(Review review) => JsonSerializer.SerializeToUtf8Bytes(Entry(review), WorkflowJson.Stored.QueueEntry);

    static bool IsAtHead(Review review) => review.IsEscalated || review.Compared is { IsAgreement: false };

    /// <summary>Null for what is no entry: the queue is derived, and one spoilt name in it must not hide the others.</summary>
    internal static QueueEntry? Read(Blob blob)
    {
        try
        {
            return JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.QueueEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static QueueEntry Entry(Review review)
    {
        var opened = review.Opened!;
        return new(
            opened.Claim, opened.Reading.Claim.Text, opened.Reading.Quantities[0].Text, opened.Reading.Speaker?.Text, opened.Reading.Modality,
            opened.Reading.Worth, opened.Reading.Language ?? opened.Article.Language, opened.Article.Title, opened.At, review.IsEscalated, opened.Reading.Risk,
            review.Stage == ReviewStage.Disagreed, JudgedBy: review.Decisions.IsEmpty ? null : [.. review.Decisions.Select(decision => decision.By)],
            Revised: review.Revisions.LastOrDefault(revision => revision.IsPublished)?.Asked.Kind);
    }

    /// <summary>When the claim behind a name in the queue was opened; null where the name is none of the queue's.</summary>
    internal static DateTimeOffset? OpenedAt(string name) =>
        name.Length > Prefix.Length + RankLength + OpenedFormat.Length
        && DateTimeOffset.TryParseExact(
            name.AsSpan(Prefix.Length + RankLength, OpenedFormat.Length), OpenedFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var opened)
            ? opened
            : null;

    static string Name(Review review, bool isAtHead) => Name(review, review.Opened!.Reading.Worth, isAtHead);

    static string Name(Review review, double worth, bool isAtHead)
    {
        var opened = review.Opened!;
        var rank = isAtHead ? 0 : 1 + (int)Math.Round((1 - Math.Clamp(worth, 0, 1)) * 98);
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{rank:00}/{opened.At.UtcDateTime.ToString(OpenedFormat, CultureInfo.InvariantCulture)}-{opened.Claim}");
    }
}
