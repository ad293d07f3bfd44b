using System.Text;
using Verify.Benchmarks.Desk;
using Verify.Claims;

namespace Verify.Benchmarks.Tests.Desk;

/// <summary>What is sent in to measure by is what the page of results says.</summary>
public sealed class ArticlesTests
{
    [Fact]
    public void An_article_has_4_KB_and_five_claims_that_are_queued_by_default()
    {
        foreach (var number in new[] { 0, 1, 7, 39, 1_000_000, 299_999_999 })
        {
            var text = Articles.Text(number);
            Assert.InRange(Encoding.UTF8.GetByteCount(text), 3_800, 4_300);
            Assert.Equal(5, ClaimExtractor.For("id")!.Extract(text).Claims.Count(claim => claim.Worth >= 0.3));
        }
    }

    [Fact]
    public void Each_article_is_another_one() =>
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(Articles.Text).Distinct(StringComparer.Ordinal).Count());
}
