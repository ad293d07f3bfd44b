using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Articles;

/// <summary>An article in a list.</summary>
/// <param name="Outcome">Null while it is under way.</param>
/// <param name="Claims">How many claims were queued; null before they were found.</param>
/// <param name="ErasedAt">When its text was erased, and with it its title and where it came from; not written otherwise.</param>
public sealed record ArticleSummary(
    ArticleId Id, string? Title, string Language, string Format, long Bytes, DateTimeOffset ReceivedAt, ImmutableArray<ArticleSource> Sources,
    ArticleOutcome? Outcome, int? Claims, int? Closed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ErasedAt = null);

/// <summary>An article whole: its text, and each of its claims that was queued.</summary>
public sealed record ArticleView(
    ArticleSummary Summary, ImmutableArray<string> Authors, string? Publisher, string? Published, string? Url, string Text, ImmutableArray<ArticleClaim> Claims);

/// <summary>A claim in its article.</summary>
/// <param name="Outcome">Null while its review is open.</param>
/// <param name="RecordId">The record that stands now, or the retraction of it.</param>
/// <param name="Revised">Whether the record was corrected or retracted since it was published first; not written otherwise.</param>
public sealed record ArticleClaim(
    ClaimId Id, Phrase Claim, ImmutableArray<Place> Numbers, ReviewOutcome? Outcome, string? RecordId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RevisionKind? Revised = null);
