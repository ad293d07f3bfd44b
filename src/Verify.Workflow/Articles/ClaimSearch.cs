using Verify.Claims;
using Verify.Workflow.Reviews;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Articles;

/// <summary>What a search found.</summary>
/// <param name="Claims">As they are kept: the worthiest of them.</param>
/// <param name="Count">How many there were.</param>
sealed record FoundClaims(ArticleClaims Claims, int Count);

/// <summary>Searches an article by this version of the extractor, and keeps what it found.</summary>
sealed class ClaimSearch(ArticleBlobs kept, NamedReadings names, WorkflowOptions options)
{
    /// <summary>Null where no extractor reads the language, nor one of those that parts of the article are in.</summary>
    public async Task<FoundClaims?> SearchAsync(ArticleId id, string language, CancellationToken cancel)
    {
        var article = await kept.TextAsync(id, cancel);
        var text = article.Text;
        if (DeskMetrics.Extract(text, language, article.Others ?? []) is not { } extraction) return null;
        // Bounded before any words are cut out: an article of nothing but figures must not cost more than its worth.
        var worthiest = extraction.Claims.Length <= options.MostClaimsPerArticle
            ? extraction.Claims
            : [.. extraction.Claims.OrderByDescending(claim => claim.Worth).Take(options.MostClaimsPerArticle).OrderBy(claim => claim.Quantities[0])];
        var readings = await names.NameAsync(text, language, ReadingsOf.Text(text, extraction, worthiest), cancel);
        var claims = new ArticleClaims(ClaimExtractor.Version, ClaimExtractor.For(language)?.Language ?? language, readings);
        await kept.KeepClaimsAsync(id, claims, cancel);
        return new(claims, extraction.Claims.Length);
    }

    public IEnumerable<Reading> WorthReview(ArticleClaims claims) => claims.Claims.Where(reading => reading.Worth >= options.WorthThreshold);
}
