using Verify.Workflow.Articles;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Erasing;

/// <summary>What is said of an erased article, and of its claims that are no record.</summary>
static class ErasedArticles
{
    public const string Code = "articleErased";

    public static Refusal Refuse(ArticleId id, ArticleErased erased) => new(
        RefusalKind.Gone, Code,
        FormattableString.Invariant($"Article {id} was erased on {erased.At.UtcDateTime:yyyy-MM-dd}, and its text may not be kept here again. Records made of it before stay; GET /api/records lists them."));

    /// <summary>Of a claim that has no review: there never was one, or its article was erased.</summary>
    public static Refusal NoClaim(Review review, ClaimId claim) => review.Erased is { } erased
        ? new(RefusalKind.Gone, Code, FormattableString.Invariant($"The article of claim {claim} was erased on {erased.At.UtcDateTime:yyyy-MM-dd}, and its words with it. No record had been made of this claim."))
        : new(RefusalKind.NotFound, "claimNotFound", $"There is no claim {claim}. GET /api/claims lists those that wait.");
}
