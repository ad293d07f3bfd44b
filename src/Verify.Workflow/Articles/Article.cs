using System.Collections.Immutable;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Articles;

/// <summary>An article as its journal tells it.</summary>
/// <param name="Sources">Every place it came from, in the order of arrival.</param>
/// <param name="Closed">The reviews that have come to their end.</param>
/// <param name="Stalled">Set while work on it has failed and nothing else has happened since.</param>
public sealed record Article(
    ArticleReceived? Received,
    ImmutableArray<ArticleSource> Sources,
    ClaimsFound? Found,
    bool IsLanguageNotRead,
    ReviewsOpened? Opened,
    ImmutableDictionary<ClaimId, ReviewClosed> Closed,
    ArticleOutcome? Outcome,
    Stalled? Stalled = null)
{
    /// <summary>Set once the article may not be shown any more.</summary>
    public ArticleErased? Erased { get; init; }

    /// <summary>Its text is gone.</summary>
    public bool IsCleared { get; init; }

    /// <summary>The claims whose record was corrected or retracted, each with what happened last.</summary>
    public ImmutableDictionary<ClaimId, RecordSuperseded> Superseded { get; init; } = ImmutableDictionary<ClaimId, RecordSuperseded>.Empty;

    /// <summary>An article of which nothing is known.</summary>
    public static Article Unknown { get; } = new(null, [], null, false, null, ImmutableDictionary<ClaimId, ReviewClosed>.Empty, null);

    public static Article Fold(IEnumerable<ArticleEvent> history) => history.Aggregate(Unknown, Apply);

    /// <summary>Total: a late or repeated event changes nothing.</summary>
    public static Article Apply(Article article, ArticleEvent happened) => happened switch
    {
        ArticleStalled stalled => article with { Stalled = Stalled.Noted(article.Stalled, stalled.At, stalled.RetryAt, stalled.Reason) },
        _ when article.Stalled is null => Change(article, happened),
        _ => Change(article, happened) with { Stalled = null },
    };

    static Article Change(Article article, ArticleEvent happened) => happened switch
    {
        ArticleReceived received when article.Received is null => article with { Received = received, Sources = [received.Source] },
        ArticleSeenAgain seen when !article.Sources.Contains(seen.Source) => article with { Sources = article.Sources.Add(seen.Source) },
        ClaimsFound found when article.Found is null => article with { Found = found },
        LanguageNotRead when article.Found is null => article with { IsLanguageNotRead = true },
        ReviewsOpened opened when article.Opened is null => article with { Opened = opened },
        ReviewClosed closed when !article.Closed.ContainsKey(closed.Claim) => article with { Closed = article.Closed.Add(closed.Claim, closed) },
        RecordSuperseded superseded when superseded.Record == article.RecordOf(superseded.Claim) => article with { Superseded = article.Superseded.SetItem(superseded.Claim, superseded) },
        ArticleFinished finished when article.Outcome is null => article with { Outcome = finished.Outcome },
        ArticleErased erased when article.Erased is null => article with { Erased = erased },
        ArticleCleared when article.Erased is not null => article with { IsCleared = true },
        _ => article,
    };

    /// <summary>Pure: no clock, no I/O.</summary>
    public static Step Next(Article article, DateTimeOffset now) => article switch
    {
        { Received: null } => new Step.Finished("unknown"),
        { IsCleared: true } => new Step.Finished(ArticleOutcome.Erased.ToCamelCase()),
        { Erased: null, Outcome: { } outcome } => new Step.Finished(outcome.ToCamelCase()),
        { Stalled.RetryAt: var retry } when now < retry => new Step.Wait(retry),
        { Erased: not null } => new Step.Do(new ClearArticle()),
        { IsLanguageNotRead: true } => new Step.Do(new FinishArticle(ArticleOutcome.LanguageNotRead)),
        { Found: null } => new Step.Do(new ExtractClaims()),
        { Found: { Queued: [], Kept: 0 } } => new Step.Do(new FinishArticle(ArticleOutcome.NoClaims)),
        { Found.Queued: [] } => new Step.Do(new FinishArticle(ArticleOutcome.NothingWorthChecking)),
        { Opened: null } => new Step.Do(new OpenReviews(article.Found.Extractor)),
        { HasOpenReviews: false } => new Step.Do(new FinishArticle(ArticleOutcome.Reviewed)),
        _ => new Step.Wait(null),
    };

    /// <summary>The record that stands for a claim now, or the retraction of it; null where it has none.</summary>
    public string? RecordOf(ClaimId claim) => Superseded.GetValueOrDefault(claim)?.NewRecord ?? Closed.GetValueOrDefault(claim)?.RecordId;

    bool HasOpenReviews => Found is not null && Closed.Count < Found.Queued.Length;

    /// <summary>The reviews that are opened and not closed.</summary>
    public IEnumerable<ClaimId> OpenReviews(ArticleId id) =>
        Found is { } found && Opened is not null ? found.Queued.Select(start => new ClaimId(id, start)).Where(claim => !Closed.ContainsKey(claim)) : [];
}

/// <summary>Find the claims of the text and keep them.</summary>
public sealed record ExtractClaims : Work;

/// <summary>Open the review of every queued claim.</summary>
public sealed record OpenReviews(string Extractor) : Work;

/// <summary>Remove what is kept of an article that was erased.</summary>
public sealed record ClearArticle : Work;

/// <summary>Write down that nothing is left to do.</summary>
public sealed record FinishArticle(ArticleOutcome Outcome) : Work;
