using Verify.Workflow.Articles;
using Verify.Workflow.Reviews;
using static Verify.Testing.Workflow.Sample;

namespace Verify.Workflow.Tests.Articles;

/// <summary>What an article wants next.</summary>
public sealed class ArticleTests
{
    static readonly ArticleReceived Received = new("articleReceived", Noon, new("inbox", "a.txt"), "text", "id", null, 10);
    static readonly ReviewsOpened Opened = new("reviewsOpened", Noon);

    static ClaimsFound Found(int kept, params int[] queued) => new("claimsFound", Noon, "1", [.. queued], kept);

    static ReviewClosed Closed(int start) => new($"closed-{start}", Noon, new(Claim.Article, start), ReviewOutcome.Rejected, null);

    public static TheoryData<string, ArticleEvent[], Step> Cases => new()
    {
        { "never received", [], new Step.Finished("unknown") },
        { "received", [Received], new Step.Do(new ExtractClaims()) },
        { "not read", [Received, new LanguageNotRead("languageNotRead", Noon, "fr")], new Step.Do(new FinishArticle(ArticleOutcome.LanguageNotRead)) },
        { "no claims", [Received, Found(0)], new Step.Do(new FinishArticle(ArticleOutcome.NoClaims)) },
        { "none worth it", [Received, Found(3)], new Step.Do(new FinishArticle(ArticleOutcome.NothingWorthChecking)) },
        { "claims found", [Received, Found(0, 21, 40)], new Step.Do(new OpenReviews("1")) },
        { "under review", [Received, Found(0, 21, 40), Opened], new Step.Wait(null) },
        { "half reviewed", [Received, Found(0, 21, 40), Opened, Closed(21)], new Step.Wait(null) },
        { "told twice of the same review", [Received, Found(0, 21, 40), Opened, Closed(21), Closed(21)], new Step.Wait(null) },
        { "reviewed", [Received, Found(0, 21, 40), Opened, Closed(40), Closed(21)], new Step.Do(new FinishArticle(ArticleOutcome.Reviewed)) },
        { "finished", [Received, Found(0), new ArticleFinished("articleFinished", Noon, ArticleOutcome.NoClaims)], new Step.Finished("noClaims") },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Next_follows_from_the_journal(string situation, ArticleEvent[] given, Step then)
    {
        Assert.NotEmpty(situation);
        Assert.Equal(then, Article.Next(Article.Fold(given), Noon));
    }

    [Fact]
    public void A_place_is_a_source_once()
    {
        var seen = new ArticleSeenAgain("seen-1", Noon, new("http", "s-1"));
        Assert.Equal([Received.Source, seen.Source], Article.Fold([Received, seen, seen]).Sources);
    }
}
