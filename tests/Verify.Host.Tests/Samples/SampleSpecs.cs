using Verify.Claims;
using Verify.Claims.Tests.Specs;
using Verify.Host.Samples;
using Verify.Ingestion;
using Verify.Workflow.Ports;

namespace Verify.Host.Tests.Samples;

/// <summary>Every sample article reads as the page beside it says, and nothing that the page lists as no claim is one.</summary>
public sealed class SampleSpecs
{
    const string NotClaims = "## Not claims";

    public static TheoryData<string> Names => [.. SampleArticles.Names];

    [Theory, MemberData(nameof(Names))]
    public void A_sample_reads_as_its_page_says(string name)
    {
        var text = Read(name);
        if (SpecFile.Article(Page(name)[0], text.Text).Differs(ClaimExtractor.For(text.Language)!) is { } difference) Assert.Fail(difference);
    }

    [Theory, MemberData(nameof(Names))]
    public void What_is_no_claim_is_none(string name)
    {
        var text = Read(name);
        var extraction = ClaimExtractor.For(text.Language)!.Extract(text.Text);
        var numbers = extraction.Claims.SelectMany(claim => claim.Quantities).Select(index => extraction.Quantities[index].Number).ToArray();
        foreach (var words in Page(name)[1].Split('\n').Where(line => line.StartsWith("- \"", StringComparison.Ordinal)).Select(line => line.Split('"')[1]))
            for (var at = text.Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
                Assert.DoesNotContain(numbers, number => number.Overlaps(new Excerpt(at, at + words.Length)));
    }

    static ArticleText Read(string name) => ((ArticleReading.Read)new ArticleReader().Read(SampleArticles.Submit(name).Input)).Text;

    /// <summary>The claims, and what stands under "Not claims".</summary>
    static string[] Page(string name)
    {
        using var page = new StreamReader(typeof(SampleSpecs).Assembly.GetManifestResourceStream($"Samples/{Path.GetFileNameWithoutExtension(name)}.md")!);
        return page.ReadToEnd().Split(NotClaims);
    }
}
