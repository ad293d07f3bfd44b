using System.Collections.Immutable;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;
using Verify.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Testing.Workflow;

/// <summary>One small review to write rules against.</summary>
public static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly ReviewRules Rules = new(TimeSpan.FromSeconds(10), TimeSpan.FromDays(2), TimeSpan.FromDays(14));

    public static readonly Actor Ani = new("r-ani", Role.Reviewer);

    public static readonly Actor Budi = new("r-budi", Role.Reviewer);

    /// <summary>Looks on and decides nothing, unless a test says so.</summary>
    public static readonly Actor Citra = new("r-citra", Role.Reviewer);

    public static readonly Actor Dewi = new("e-dewi", Role.Editor);

    public static readonly ClaimId Claim = new(ArticleId.Of("an article"u8), 21);

    /// <summary>"Dinas menyatakan lebih 40 jembatan rusak": more than 40 bridges.</summary>
    public static readonly Reading Reading = new(
        new(0, 39, "Dinas menyatakan lebih 40 jembatan rusak"), new(0, 40, "Dinas menyatakan lebih 40 jembatan rusak."),
        [new(16, 33, "lebih 40 jembatan", new(22, 24), 40, null, Relation.More, null, QuantityKind.Count, new(25, 33, "jembatan"), null)],
        null, new(0, 5, "Dinas"), new(6, 16, "menyatakan"), null, [], Modality.Asserted, 0.7, ["institution speaks"]);

    public static ReviewOpened Opened(Reading? reading = null) => new(
        "reviewOpened", Noon, Claim, new(Claim.Article, "id", "Jembatan", ["Sari"], null, null, null), "1", reading ?? Reading, "etag-1", Rules);

    public static Approve Approve(int rating = 4, string? note = null) => new(new Verdict(rating), [new("https://example.org/report")], note);

    public static ClaimApproved Approved(string id = "decision-1", DateTimeOffset? at = null) =>
        new(id, at ?? Noon.AddMinutes(5), Ani.Id, "etag-1", new Verdict(4), [new("https://example.org/report")], null);

    public static ClaimRejected Rejected(string id = "decision-1") => new(id, Noon.AddMinutes(5), Ani.Id, "etag-1", RejectionReason.NotAClaim, null);

    public static ImmutableArray<ReviewEvent> UpTo(params ReviewEvent[] happened) => [Opened(), .. happened];
}
