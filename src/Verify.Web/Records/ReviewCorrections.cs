using System.Text.Json.Nodes;
using Verify.Workflow.Records;

namespace Verify.Web.Records;

/// <summary>
/// Corrections and retractions in the words of schema.org: a <c>CorrectionComment</c> on the review that is wrong, and on the one that takes its place.
/// A review that was retracted keeps its address and loses its rating, which is what others take over.
/// </summary>
static class ReviewCorrections
{
    /// <summary>What a retraction itself is: no review, but a comment on the one that it takes back.</summary>
    public static JsonObject Retraction(VerifiedRecord record, string origin) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "CorrectionComment",
        ["url"] = null,
        ["datePublished"] = ClaimReview.Day(record.SealedAt),
        ["inLanguage"] = record.Article.Language,
        ["author"] = null,
        ["text"] = record.Supersedes?.Reason,
        ["creativeWorkStatus"] = "Retraction",
        ["about"] = record.Supersedes is { } superseded ? new JsonObject { ["@type"] = "ClaimReview", ["url"] = ClaimReview.Address(origin, superseded.Record), ["claimReviewed"] = record.Text } : null,
    };

    public static void Tell(JsonObject whole, RecordBytes stored, string origin)
    {
        var view = RecordView.Of(stored);
        if (stored.Record is { Verdict: not null, Supersedes: { } before })
        {
            whole["isBasedOn"] = ClaimReview.Address(origin, before.Record);
            whole["correction"] = new JsonArray(Comment(before.Reason, before.At, ClaimReview.Address(origin, stored.Id)));
        }
        if (view is { SupersededBy: null, RetractedBy: null }) return;
        var comments = (whole["correction"] as JsonArray) ?? [];
        if (view.SupersededBy is { } by) comments.Add(Comment(by.Reason, by.At, ClaimReview.Address(origin, by.Record)));
        if (view.RetractedBy is { } end) comments.Add(Comment(end.Reason, end.At, ClaimReview.Address(origin, end.Record)));
        whole["correction"] = comments;
        whole["creativeWorkStatus"] = view.RetractedBy is null ? "Superseded" : "Retracted";
        if (view.RetractedBy is not null) whole.Remove("reviewRating");
    }

    static JsonObject Comment(string reason, DateTimeOffset at, string url) =>
        new() { ["@type"] = "CorrectionComment", ["text"] = reason, ["datePublished"] = ClaimReview.Day(at), ["url"] = url };
}
