using System.Reflection;
using Verify.Claims.Tests.Specs;

namespace Verify.Claims.Tests.Languages;

/// <summary>Runs every case of every spec page, one page a shipped language.</summary>
public sealed class LanguageSpecs
{
    public static IEnumerable<TheoryDataRow<string, int>> Cases() =>
        from tag in ClaimExtractor.Languages
        from it in Page(tag).Select((test, index) => (test, index))
        select new TheoryDataRow<string, int>(tag, it.index) { TestDisplayName = $"{tag}.md line {it.test.Line}, {it.test.Heading}" };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_reads_as_its_page_says(string tag, int index)
    {
        if (Page(tag)[index].Differs(ClaimExtractor.For(tag)!) is { } difference) Assert.Fail(difference);
    }

    [Fact]
    public void Every_shipped_language_has_sixty_cases_or_more() =>
        Assert.All(ClaimExtractor.Languages, tag => Assert.True(Page(tag).Count >= 60, $"{tag}.md has {Page(tag).Count} cases."));

    static IReadOnlyList<SpecCase> Page(string tag)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Languages/{tag}.md")
            ?? throw new InvalidOperationException($"{tag} is shipped without Languages/{tag}.md.");
        using var reader = new StreamReader(stream);
        return SpecFile.Cases(reader.ReadToEnd());
    }
}
