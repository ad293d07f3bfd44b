using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Verify.Claims.Tests;

public sealed class MixedTextTests
{
    const string English = "The plant employs 4,500 workers.";
    const string Indonesian = "Pabrik itu mempekerjakan 3.200 orang.";
    const string Text = $"{Indonesian}\n{English}\n{Indonesian}";

    static readonly ImmutableArray<LanguageStretch> EnglishPart = [new(38, 70, "en")];

    [Fact]
    public void Each_stretch_is_read_by_its_own_rules_and_keeps_its_places()
    {
        var read = MixedText.Extract(Text, "id", EnglishPart)!;

        Assert.Equal(
            [("3.200 orang", 3200m, null), ("4,500 workers", 4500m, "en"), ("3.200 orang", 3200m, null)],
            read.Quantities.Select(q => (Text[q.Span.Start..q.Span.End], q.Value, read.LanguageAt(q.Number))));
        Assert.Equal([0, 1, 2], read.Claims.Select(claim => Assert.Single(claim.Quantities)));
        Assert.Equal(["Pabrik", "The plant", "Pabrik"], read.Claims.Select(claim => Text[claim.Subject!.Value.Start..claim.Subject.Value.End].Replace(" itu", "")));
    }

    [Fact]
    public void A_sum_points_at_its_own_figures()
    {
        const string fall = "The budget fell by 20% from 500 million to 450 million dollars.";
        var text = $"{Indonesian}\n{fall}";
        var read = MixedText.Extract(text, "id", [new(38, text.Length, "en")])!;

        var wrong = read.Claims.SelectMany(claim => claim.Discrepancies).First();
        Assert.Equal(ClaimExtractor.For("en")!.Extract(fall).Claims.SelectMany(claim => claim.Discrepancies).First().Quantities.Select(at => at + 1), wrong.Quantities);
    }

    [Fact]
    public void Without_other_stretches_it_is_the_extractors_own_reading()
    {
        Assert.Equal(Json("id", ClaimExtractor.For("id")!.Extract(Text)), Json("id", MixedText.Extract(Text, "id", [])!));
        Assert.Null(MixedText.Extract(Text, "tlh", []));
    }

    [Fact]
    public void A_language_that_nobody_reads_is_passed_over()
    {
        var read = MixedText.Extract(Text, "tlh", EnglishPart)!;

        Assert.Equal(4500, Assert.Single(read.Quantities).Value);
        Assert.Null(MixedText.Extract(Text, "tlh", [new(38, 70, "tlh")]));
    }

    [Fact]
    public void Only_what_is_in_another_language_says_which()
    {
        using var json = JsonDocument.Parse(Json("id", MixedText.Extract(Text, "id", EnglishPart)!));

        string?[] Languages(string part) => [.. json.RootElement.GetProperty(part).EnumerateArray().Select(one => one.TryGetProperty("lang", out var tag) ? tag.GetString() : null)];
        Assert.Equal("id", json.RootElement.GetProperty("lang").GetString());
        Assert.Equal([null, "en", null], Languages("quantities"));
        Assert.Equal([null, "en", null], Languages("claims"));
    }

    static string Json(string language, Extraction extraction)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes)) ExtractionJson.Write(json, "a", language, Text, extraction);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
