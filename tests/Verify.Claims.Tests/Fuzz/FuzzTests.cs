using System.Text.Json;
using CsCheck;

namespace Verify.Claims.Tests.Fuzz;

/// <summary>
/// Looks for texts that break a law. A failure prints the shortest text found and the seed; the environment variable <c>CsCheck_Seed</c> replays it,
/// <c>CsCheck_Time</c> (seconds) looks longer.
/// </summary>
public sealed class FuzzTests
{
    const int Texts = 800;

    /// <summary>Those with files by hand, and of the generated ones one for each way to write numbers: with suffixes, without spaces, by twenties.</summary>
    public static TheoryData<string> Languages => [.. ClaimExtractor.WholeLanguages.Union(["eu", "fi", "ga", "ka", "km", "my"])];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_law_holds_of_every_text(string language)
    {
        var extractor = ClaimExtractor.For(language)!;
        Hold(language, text => Laws.Broken(text, extractor.Extract(text)), 2 * Texts);
    }

    [Theory]
    [InlineData("twice as many explained")]
    [InlineData("− --3147371055463\ndaily-twice as large\nbelieved to a couple of.")]
    [InlineData("664737896169012 \u2153. 500, ")]
    public void A_text_that_broke_a_law_once_is_kept(string text) => Assert.Null(Laws.Broken(text, ClaimExtractor.For("en")!.Extract(text)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_same_text_is_read_the_same_by_any_extractor_and_after_any_other_text(string language)
    {
        ClaimExtractor one = ClaimExtractor.For(language)!, other = ClaimExtractor.For(language)!;
        Hold(language, text =>
        {
            var first = Written(language, text, one.Extract(text));
            other.Extract(text + " 5 " + text);
            return Written(language, text, other.Extract(text)) == first ? null : "read otherwise the second time";
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Whatever_is_read_can_be_written_as_json(string language)
    {
        var extractor = ClaimExtractor.For(language)!;
        Hold(language, text =>
        {
            var extraction = extractor.Extract(text);
            using var written = JsonDocument.Parse(Written(language, text, extraction));
            return written.RootElement.GetProperty("claims").GetArrayLength() == extraction.Claims.Length ? null : "a claim is not written";
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_text_put_before_itself_has_the_same_figures_in_its_first_half(string language)
    {
        // Attribution looks into the next paragraph and the article's figures weigh twice; where figures stand, nothing of that may move.
        var extractor = ClaimExtractor.For(language)!;
        Hold(language, text =>
        {
            var alone = extractor.Extract(text).Quantities.Select(q => (q.Number, q.Kind, q.Unit, q.Counted)).ToList();
            var joined = extractor.Extract(text + "\n\n" + text);
            var half = joined.Quantities.TakeWhile(q => q.Number.Start < text.Length).Select(q => (q.Number, q.Kind, q.Unit, q.Counted));
            if (!half.SequenceEqual(alone)) return "the first half is read otherwise";
            return joined.Quantities.Length <= 2 * alone.Count ? null : "the second half has more figures than the first";
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_is_allocated_grows_with_the_text_and_no_faster(string language)
    {
        var extractor = ClaimExtractor.For(language)!;
        Hold(language, text =>
        {
            if (text.Length == 0) return null;
            var unit = text + "\n\n";
            long small = Allocated(extractor, Repeated(unit, 4)), large = Allocated(extractor, Repeated(unit, 16));
            return large <= 5 * small + 4096 ? null : $"4 times the text takes {large} bytes instead of {small}";
        }, Texts / 10);
    }

    static void Hold(string language, Func<string, string?> broken, int texts = Texts) =>
        Fuzz.Texts.In(language).Sample(text =>
        {
            if (broken(text) is { } law) throw new InvalidOperationException(law);
        }, iter: texts, print: text => JsonSerializer.Serialize(text));

    static long Allocated(ClaimExtractor extractor, string text)
    {
        extractor.Extract(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        extractor.Extract(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    static string Written(string language, string text, Extraction extraction)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) ExtractionJson.Write(json, "1", language, text, extraction);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
