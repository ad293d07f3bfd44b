using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Articles;

/// <summary>Something that happened to an article. A name once written is never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ArticleReceived), "articleReceived")]
[JsonDerivedType(typeof(ArticleSeenAgain), "articleSeenAgain")]
[JsonDerivedType(typeof(ClaimsFound), "claimsFound")]
[JsonDerivedType(typeof(LanguageNotRead), "languageNotRead")]
[JsonDerivedType(typeof(ReviewsOpened), "reviewsOpened")]
[JsonDerivedType(typeof(ReviewClosed), "reviewClosed")]
[JsonDerivedType(typeof(ArticleFinished), "articleFinished")]
[JsonDerivedType(typeof(ArticleStalled), "articleStalled")]
[JsonDerivedType(typeof(ArticleRetried), "articleRetried")]
[JsonDerivedType(typeof(ArticleErased), "articleErased")]
[JsonDerivedType(typeof(ArticleCleared), "articleCleared")]
[JsonDerivedType(typeof(RecordSuperseded), "recordSuperseded")]
public abstract record ArticleEvent(string Id, DateTimeOffset At) : IEvent;

/// <summary>The raw bytes and the text read from them are in the store.</summary>
/// <param name="Bytes">Length of the raw bytes.</param>
/// <param name="Format">The reader that made the text.</param>
public sealed record ArticleReceived(string Id, DateTimeOffset At, ArticleSource Source, string Format, string Language, string? Title, long Bytes)
    : ArticleEvent(Id, At);

/// <summary>The same bytes came from another place.</summary>
public sealed record ArticleSeenAgain(string Id, DateTimeOffset At, ArticleSource Source) : ArticleEvent(Id, At);

/// <summary>The claims are in the store, in the file of this extractor.</summary>
/// <param name="Queued">Where the first number of each claim worth a review starts, ascending: with the article's id, its claim id.</param>
/// <param name="Kept">How many more were found and are not queued.</param>
public sealed record ClaimsFound(string Id, DateTimeOffset At, string Extractor, ImmutableArray<int> Queued, int Kept) : ArticleEvent(Id, At);

/// <summary>No extractor reads this language yet; the article is kept.</summary>
public sealed record LanguageNotRead(string Id, DateTimeOffset At, string Language) : ArticleEvent(Id, At);

/// <summary>Every queued claim has its review.</summary>
/// <param name="RestUntil">The first deadline of all of them; null in journals of a version that left a first advance to each.</param>
public sealed record ReviewsOpened(string Id, DateTimeOffset At, DateTimeOffset? RestUntil = null) : ArticleEvent(Id, At);

/// <summary>The review of one claim came to its end.</summary>
/// <param name="RecordId">The verified record, where the outcome is published.</param>
public sealed record ReviewClosed(string Id, DateTimeOffset At, ClaimId Claim, ReviewOutcome Outcome, string? RecordId) : ArticleEvent(Id, At);

/// <summary>Another record took the place of a claim's record, or took it back. Comes at any time after the end of the review, and of the article.</summary>
public sealed record RecordSuperseded(string Id, DateTimeOffset At, ClaimId Claim, RevisionKind Kind, string Record, string NewRecord) : ArticleEvent(Id, At);

/// <summary>Nothing is left to do.</summary>
public sealed record ArticleFinished(string Id, DateTimeOffset At, ArticleOutcome Outcome) : ArticleEvent(Id, At);

/// <summary>Work on the article failed in every try.</summary>
/// <param name="RetryAt">When it is tried again, unless something happens before.</param>
public sealed record ArticleStalled(string Id, DateTimeOffset At, string Reason, DateTimeOffset RetryAt) : ArticleEvent(Id, At);

/// <summary>Somebody mended what stalled the article.</summary>
/// <param name="By">A pseudonym.</param>
public sealed record ArticleRetried(string Id, DateTimeOffset At, string By) : ArticleEvent(Id, At);

/// <summary>Somebody may demand by law that the article's text goes. From here on nothing of it is shown, and the same bytes are refused.</summary>
/// <param name="By">A pseudonym.</param>
public sealed record ArticleErased(string Id, DateTimeOffset At, string By, string Reason) : ArticleEvent(Id, At);

/// <summary>The article's text is gone from the store, but for what records state.</summary>
/// <param name="Blobs">How many blobs went.</param>
/// <param name="Reviews">How many journals of reviews were begun anew without it.</param>
public sealed record ArticleCleared(string Id, DateTimeOffset At, int Blobs, int Reviews) : ArticleEvent(Id, At);

/// <summary>Where an article came from.</summary>
/// <param name="Door"><c>http</c>, <c>inbox</c>, <c>queue</c>, <c>feed</c>, <c>command</c> or <c>sample</c>.</param>
/// <param name="Name">What it is called there: a file name, a sender's pseudonym, a feed's host; null where it has none.</param>
/// <param name="Address">Where it was fetched from, as it was sent there; null where the text itself was sent.</param>
public sealed record ArticleSource(string Door, string? Name = null, string? Address = null);

/// <summary>How an article ended.</summary>
public enum ArticleOutcome
{
    /// <summary>Every queued claim was published, rejected or expired.</summary>
    Reviewed,

    /// <summary>It states no figure that is a claim.</summary>
    NoClaims,

    /// <summary>It has claims, none of them worth a review.</summary>
    NothingWorthChecking,

    /// <summary>No extractor reads its language.</summary>
    LanguageNotRead,

    /// <summary>Its text was erased, whatever had become of it.</summary>
    Erased,
}
