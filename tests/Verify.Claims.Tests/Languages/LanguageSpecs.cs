using System.Reflection;
using Verify.Claims.Languages;
using Verify.Claims.Tests.Specs;

namespace Verify.Claims.Tests.Languages;

/// <summary>Runs every case of every spec page: one page a language that people wrote a file for. Generated languages are held to <see cref="Numerals.SpelledNumbersTests"/>.</summary>
public sealed class LanguageSpecs
{
    public static IEnumerable<TheoryDataRow<string, int>> Cases() =>
        from tag in Written
        from it in Page(tag).Select((test, index) => (test, index))
        select new TheoryDataRow<string, int>(tag, it.index) { TestDisplayName = $"{tag}.md line {it.test.Line}, {it.test.Heading}" };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_reads_as_its_page_says(string tag, int index)
    {
        if (Page(tag)[index].Differs(ClaimExtractor.For(tag)!) is { } difference) Assert.Fail(difference);
    }

    /// <summary>Of all claims, forty cases; of numbers and what they count, eight.</summary>
    [Fact]
    public void Every_language_with_a_file_has_enough_cases() =>
        Assert.All(Written, tag => Assert.True(Page(tag).Count >= (ClaimExtractor.WholeLanguages.Contains(tag) ? 40 : 8), $"{tag}.md has {Page(tag).Count} cases."));

    [Fact]
    public void Every_page_is_of_a_language_with_a_file() =>
        Assert.Equal(Written.Order(StringComparer.Ordinal), Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith("Languages/", StringComparison.Ordinal)).Select(n => n["Languages/".Length..^".md".Length]).Order(StringComparer.Ordinal));

    static IEnumerable<string> Written => Shipped.WholeTags.Concat(Shipped.NumbersTags);

    static IReadOnlyList<SpecCase> Page(string tag)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Languages/{tag}.md")
            ?? throw new InvalidOperationException($"{tag} is shipped without Languages/{tag}.md.");
        using var reader = new StreamReader(stream);
        return SpecFile.Cases(reader.ReadToEnd());
    }
}
