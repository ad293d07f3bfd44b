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
public sealed record QueueEntry(
    ClaimId Id, string Text, string Figure, string? Speaker, Modality Modality, double Worth, string Language, string? Title,
    DateTimeOffset OpenedAt, bool IsEscalated, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Risk = null);

/// <summary>
/// The claims that wait, as names in the store: <c>queue/{rank:00}/{opened}-{claimId}</c>, so that name order is work order: escalated
/// first, then by worth, then by age. Derived from the journals.
/// </summary>
public sealed class ReviewQueue(IBlobs blobs)
{
    internal const string Prefix = "queue/";
    internal const string EscalatedPrefix = "queue/00/";
    const string OpenedFormat = "yyyyMMddHHmmssfff";
    const int RankLength = 3; // two digits and a slash

    /// <summary>Makes the queue say what the review says: there once while it is open, else not.</summary>
    internal async Task ShowAsync(Review review, CancellationToken cancel)
    {
        var standing = Name(review, review.IsEscalated);
        if (review.IsEscalated) await blobs.DeleteAsync(Name(review, isEscalated: false), cancel: cancel);
        if (review.IsOpen) await blobs.CreateAsync(standing, JsonSerializer.SerializeToUtf8Bytes(Entry(review), WorkflowJson.Stored.QueueEntry), cancel);
        else await blobs.DeleteAsync(standing, cancel: cancel);
    }

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
            opened.Reading.Worth, opened.Article.Language, opened.Article.Title, opened.At, review.IsEscalated, opened.Reading.Risk);
    }

    /// <summary>When the claim behind a name in the queue was opened; null where the name is none of the queue's.</summary>
    internal static DateTimeOffset? OpenedAt(string name) =>
        name.Length > Prefix.Length + RankLength + OpenedFormat.Length
        && DateTimeOffset.TryParseExact(
            name.AsSpan(Prefix.Length + RankLength, OpenedFormat.Length), OpenedFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var opened)
            ? opened
            : null;

    static string Name(Review review, bool isEscalated)
    {
        var opened = review.Opened!;
        var rank = isEscalated ? 0 : 1 + (int)Math.Round((1 - Math.Clamp(opened.Reading.Worth, 0, 1)) * 98);
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{rank:00}/{opened.At.UtcDateTime.ToString(OpenedFormat, CultureInfo.InvariantCulture)}-{opened.Claim}");
    }
}
