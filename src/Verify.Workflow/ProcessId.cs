namespace Verify.Workflow;

/// <summary>Names a process: an article or the review of one claim. Its text is the article's or the claim's id, so it is also its Durable instance id.</summary>
public readonly record struct ProcessId
{
    readonly ClaimId? claim;

    public ProcessId(ArticleId article) => Article = article;

    public ProcessId(ClaimId claim)
    {
        this.claim = claim;
        Article = claim.Article;
    }

    /// <summary>The article itself, or the one that the claim stands in.</summary>
    public ArticleId Article { get; }

    public bool IsReview => claim is not null;

    /// <exception cref="InvalidOperationException">The process is an article.</exception>
    public ClaimId Claim => claim ?? throw new InvalidOperationException($"{Value} is an article, not a claim.");

    public string Value => claim?.Value ?? Article.Value;

    public static bool TryParse(string? text, out ProcessId id)
    {
        if (ArticleId.TryParse(text, out var article)) id = new(article);
        else if (ClaimId.TryParse(text, out var claim)) id = new(claim);
        else { id = default; return false; }
        return true;
    }

    public static implicit operator ProcessId(ArticleId article) => new(article);

    public static implicit operator ProcessId(ClaimId claim) => new(claim);

    public override string ToString() => Value;
}
