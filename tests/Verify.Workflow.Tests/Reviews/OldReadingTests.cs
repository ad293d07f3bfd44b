using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Verify.Claims;
using Verify.Claims.Arithmetic;
using Verify.Claims.Quantities;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Reviews;

/// <summary>Readings of a desk that asks nobody are written as they were before anybody could be asked, and so are their hashes.</summary>
public sealed class OldReadingTests
{
    /// <summary>As a version that knew no entities wrote it: behind the parts stands where the first number starts, which is written and never read.</summary>
    static string Old()
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Old/review-1.jsonl")!);
        var line = file.ReadLine()!;
        var from = line.IndexOf("\"reading\":", StringComparison.Ordinal) + "\"reading\":".Length;
        return $"{line[from..(line.IndexOf(",\"shown\"", StringComparison.Ordinal) - 1)]},\"start\":22}}";
    }

    static Reading Read(string json) => JsonSerializer.Deserialize(json, WorkflowJson.Stored.Reading)!;

    [Fact]
    public void An_old_reading_is_read_and_written_byte_for_byte()
    {
        Assert.Null(Read(Old()).Entities);
        Assert.Null(Read(Old()).Risk);
        Assert.Null(Read(Old()).RiskReasons);
        Assert.Equal(Old(), JsonSerializer.Serialize(Read(Old()), WorkflowJson.Stored.Reading));
    }

    [Fact]
    public void An_old_claims_file_is_read_and_written_byte_for_byte()
    {
        var file = $$"""{"extractor":"1","language":"id","claims":[{{Old()}}]}""";
        var claims = JsonSerializer.Deserialize(file, WorkflowJson.Stored.ArticleClaims)!;
        Assert.Equal(file, JsonSerializer.Serialize(claims, WorkflowJson.Stored.ArticleClaims));
    }

    [Fact]
    public void What_an_old_decision_was_shown_keeps_its_hash()
    {
        byte[] text = [.. Enumerable.Range(0, 32).Select(at => (byte)at)];
        byte[] hashed = [.. text, .. Encoding.UTF8.GetBytes($"\n1\n{Old()}")];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(hashed))[..32], ShownHash.Of(text, "1", Read(Old())));
    }

    [Fact]
    public void What_is_shown_with_entities_has_another_hash()
    {
        var old = Read(Old());
        var named = old with { Entities = new(EntitiesState.Unavailable, WhyNoEntities.TimedOut, [], [], null) };
        Assert.NotEqual(ShownHash.Of([], "1", old), ShownHash.Of([], "1", named));
    }

    [Fact]
    public void A_risk_is_written_behind_the_worth_and_is_part_of_what_is_shown()
    {
        var risky = Read(Old()) with { Risk = 0.4, RiskReasons = ["figure can be read in two ways"] };
        var written = JsonSerializer.Serialize(risky, WorkflowJson.Stored.Reading);
        Assert.EndsWith(""","reasons":["institution speaks"],"risk":0.4,"riskReasons":["figure can be read in two ways"],"start":22}""", written, StringComparison.Ordinal);
        Assert.Equal(written, JsonSerializer.Serialize(Read(written), WorkflowJson.Stored.Reading));
        Assert.NotEqual(ShownHash.Of([], "1", Read(Old())), ShownHash.Of([], "1", risky));
    }

    [Fact]
    public void A_queue_entry_of_a_version_without_risks_is_read_and_written_byte_for_byte()
    {
        var entry = $$"""{"id":"{{new string('a', 64)}}-22","text":"40 jembatan","figure":"40 jembatan","speaker":null,"modality":"asserted","worth":0.7,"language":"id","title":null,"openedAt":"2026-03-02T12:00:01+00:00","isEscalated":false}""";
        Assert.Equal(entry, JsonSerializer.Serialize(JsonSerializer.Deserialize(entry, WorkflowJson.Stored.QueueEntry)!, WorkflowJson.Stored.QueueEntry));
    }

    [Fact]
    public void What_is_shown_with_a_sum_that_fails_has_another_hash()
    {
        var old = Read(Old());
        Assert.Null(old.Discrepancies);
        var flagged = old with { Discrepancies = [new(DiscrepancyKind.Total, [new(22, 33, "40 jembatan")], 41, 40, "20 + 21 = 41 ≠ 40")] };
        Assert.NotEqual(ShownHash.Of([], "1", old), ShownHash.Of([], "1", flagged));
    }

    [Fact]
    public void A_sum_that_fails_is_cut_free_of_its_extraction_and_kept()
    {
        const string text = "Tarif tol naik 20 persen dari Rp500 menjadi Rp650.";
        var extraction = ClaimExtractor.For("id")!.Extract(text);
        var reading = ReadingsOf.Text(text, extraction, extraction.Claims)[0];
        var written = JsonSerializer.Serialize(reading, WorkflowJson.Stored.Reading);
        Assert.Contains(
            ",\"discrepancies\":[{\"kind\":\"percentChange\",\"figures\":[{\"start\":15,\"end\":24,\"text\":\"20 persen\"},{\"start\":25,\"end\":49,\"text\":\"dari Rp500 menjadi Rp650\"}],"
            + "\"expected\":30,\"stated\":20,\"sum\":\"500 → 650 = +30 % ≠ 20 %\"}]",
            written, StringComparison.Ordinal);
        Assert.Equal(written, JsonSerializer.Serialize(Read(written), WorkflowJson.Stored.Reading));
    }

    [Fact]
    public void The_other_reading_of_a_range_is_kept_at_both_ends()
    {
        const string text = "Bobotnya antara 1.234 dan 1.456 ton.";
        var extraction = ClaimExtractor.For("id")!.Extract(text);
        var figure = ReadingsOf.Text(text, extraction, extraction.Claims)[0].Quantities[0];
        Assert.Equal((1234m, 1456m, 1.234m, 1.456m), (figure.Value, figure.Upper, figure.Ambiguous, figure.AmbiguousUpper));
    }

    [Theory]
    [InlineData("Tarif tol turun dari Rp650 menjadi Rp500.", Direction.Fall)]
    [InlineData("Tarif tol naik dari Rp500 menjadi Rp650.", Direction.Rise)]
    [InlineData("Tarif tol antara Rp500 dan Rp650.", null)]
    public void The_direction_of_a_change_is_kept_in_the_reading_and_in_what_is_verified(string text, Direction? expected)
    {
        var extraction = ClaimExtractor.For("id")!.Extract(text);
        var reading = Read(JsonSerializer.Serialize(ReadingsOf.Text(text, extraction, extraction.Claims)[0], WorkflowJson.Stored.Reading));
        Assert.Equal(expected, reading.Quantities[0].Change);
        Assert.Equal(expected, CorrectedReading.Of(reading, null).Figures[0].Change);
        Assert.Equal(expected, CorrectedReading.Of(reading, new(0, Value: 490m)).Figures[0].Change);
        Assert.Null(CorrectedReading.Of(reading, new(0, Relation: Relation.About)).Figures[0].Change);
    }

    [Theory]
    [InlineData("""{"state":"unavailable","reason":"languageNotServed","named":[],"taken":[],"source":null}""")]
    [InlineData("""{"state":"unavailable","reason":"budgetSpent","named":[],"taken":[],"source":null}""")]
    [InlineData("""{"state":"unavailable","reason":"timedOut","named":[],"taken":[],"source":null}""")]
    [InlineData("""{"state":"unavailable","reason":"notAllowed","named":[],"taken":[],"source":null}""")]
    [InlineData("""{"state":"unavailable","reason":"failed","named":[],"taken":[],"source":null}""")]
    [InlineData("""{"state":"found","reason":null,"named":[{"kind":"organisation","start":0,"end":5,"text":"Dinas","confidence":0.93},{"kind":"quantity","start":22,"end":33,"text":"40 jembatan","confidence":0.8},{"kind":"person","start":6,"end":9,"text":"Ani","confidence":1}],"taken":[{"part":"speaker","inPlaceOf":{"start":0,"end":2,"text":"Di"}},{"part":"subject","inPlaceOf":null}],"source":"Azure AI Language 2023-04-15"}""")]
    public void Entities_once_written_are_read_by_every_later_version(string entities)
    {
        var reading = JsonNode.Parse(Old())!;
        reading["entities"] = JsonNode.Parse(entities);
        var written = JsonSerializer.Serialize(Read(reading.ToJsonString()), WorkflowJson.Stored.Reading);
        Assert.EndsWith($",\"entities\":{entities},\"start\":22}}", written, StringComparison.Ordinal);
    }
}
