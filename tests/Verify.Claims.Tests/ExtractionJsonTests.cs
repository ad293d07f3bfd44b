using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Verify.Claims.Tests;

public sealed class ExtractionJsonTests
{
    [Fact]
    public void An_extraction_is_written_by_the_contract() => Assert.Equal(
        """
        {"id":"a1","lang":"id",
        "quantities":[{"start":60,"end":87,"text":"lebih dari 60 rudal jelajah","number":{"start":71,"end":73},"value":60,"upper":null,
        "relation":">","unit":null,"kind":"count","counted":{"start":74,"end":87,"text":"rudal jelajah"},"ambiguous":null}],
        "claims":[{"start":42,"end":87,"text":"kapal itu membawa lebih dari 60 rudal jelajah","sentence":{"start":0,"end":88},"quantities":[0],
        "subject":{"start":42,"end":51,"text":"kapal itu"},"speaker":{"start":0,"end":8,"text":"Pentagon"},
        "cue":{"start":9,"end":19,"text":"mengatakan"},"content":{"start":42,"end":87},
        "times":[{"start":25,"end":35,"text":"bulan Juni","of":"saying"}],
        "modality":"asserted","worth":0.832,"reasons":["count of weapons","institution speaks","tells how exact","dated"],"risk":0.083,"riskReasons":[],"discrepancies":[]}]}
        """.ReplaceLineEndings(""),
        Written("Pentagon mengatakan pada bulan Juni bahwa kapal itu membawa lebih dari 60 rudal jelajah."));

    [Theory]
    [InlineData("Harganya Rp2,50-3 juta.", "\"value\":2500000,\"upper\":3000000,\"relation\":\"range\"")]
    [InlineData("Suhunya -4,50 derajat Celsius.", "\"value\":-4.5,")]
    [InlineData("Nilainya 1.234 kemarin.", "\"ambiguous\":1.234")]
    [InlineData("Bobotnya 12 km/jam.", "\"unit\":{\"start\":12,\"end\":18,\"text\":\"km/jam\",\"code\":\"km/h\"}")]
    public void Numbers_are_plain_and_without_trailing_zeros(string text, string part) => Assert.Contains(part, Written(text), StringComparison.Ordinal);

    [Fact]
    public void A_sum_that_fails_is_written_with_its_figures_on_each_claim_that_states_one() => Assert.Equal(
        2,
        Written("Tarif tol naik 20 persen dari Rp500 menjadi Rp650.").Split(
            "\"discrepancies\":[{\"kind\":\"percentChange\",\"quantities\":[0,1],\"expected\":30,\"stated\":20,\"sum\":\"500 → 650 = +30 % ≠ 20 %\"}]").Length - 1);

    [Fact]
    public void A_change_is_a_range_that_tells_which_way_it_leads() =>
        Assert.Contains("\"value\":500,\"upper\":650,\"relation\":\"range\"", Written("Tarif tol turun dari Rp650 menjadi Rp500."), StringComparison.Ordinal);

    [Theory]
    [InlineData("Tarif tol naik dari Rp500 menjadi Rp650.", "\"change\":\"rise\"")]
    [InlineData("Tarif tol turun dari Rp650 menjadi Rp500.", "\"change\":\"fall\"")]
    public void The_direction_of_a_change_is_written(string text, string expected) => Assert.Contains(expected, Written(text), StringComparison.Ordinal);

    [Fact]
    public void A_range_that_only_spans_has_no_direction() => Assert.DoesNotContain("\"change\"", Written("Tarif tol antara Rp500 dan Rp650."), StringComparison.Ordinal);

    [Fact]
    public void A_lone_surrogate_is_written_as_the_replacement_character() =>
        Assert.Contains("\"text\":\"Ada 60 rudal, \ufffd berkarat\"", Written("Ada 60 rudal, \ud83d berkarat."), StringComparison.Ordinal);

    static string Written(string text)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            ExtractionJson.Write(json, "a1", "id", text, ClaimExtractor.For("id")!.Extract(text));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
