using System.Text.Json.Nodes;
using Verify.Web.Tests.Desk;

namespace Verify.Web.Tests.OpenApi;

public sealed class OpenApiTests
{
    static readonly string[] Routes =
    [
        "get /api/articles", "get /api/articles/{id}", "get /api/claims", "get /api/claims/{id}", "get /api/claims/{id}/history", "get /api/feeds", "get /api/log/checkpoint", "get /api/log/key", "get /api/log/proof", "get /api/quarantine", "get /api/records", "get /api/records/export",
        "get /api/records/{id}", "get /api/session", "get /api/stats", "get /api/submissions/{id}", "get /health", "post /api/articles", "post /api/claims/{id}/decisions",
        "delete /api/claims/{id}/decisions/{decisionId}", "post /api/claims/next", "get /api/history/export", "get /api/audit", "post /api/claims/{id}/lease", "delete /api/claims/{id}/lease",
        "get /api/stalled", "post /api/stalled/{id}/retry",
        "get /api/me/notifications", "put /api/me/notifications", "delete /api/me/notifications", "post /api/me/notifications/confirmation", "post /api/me/notifications/code",
        "get /api/notices/failed", "post /api/notices/failed/{id}/retry", "delete /api/notices/failed/{id}",
        "post /api/records/{id}/corrections", "post /api/records/{id}/retractions", "delete /api/records/{id}/corrections/{revisionId}", "delete /api/records/{id}/retractions/{revisionId}",
        "post /api/quarantine/{id}/release", "delete /api/quarantine/{id}",
    ];

    static async Task<JsonObject> DocumentAsync(WebDesk desk) => (await desk.Client().AskAsync("/openapi/v1.json")).Json;

    static IEnumerable<(string Route, JsonNode Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key} {path.Key}", operation.Value!);

    [Fact]
    public async Task The_document_lists_every_route_with_its_summary()
    {
        await using var desk = await WebDesk.OpenAsync();
        var document = await DocumentAsync(desk);
        Assert.Equal("Verify", (string?)document["info"]!["title"]);
        Assert.Equal(Routes.Order(StringComparer.Ordinal), Operations(document).Select(operation => operation.Route).Order(StringComparer.Ordinal));
        Assert.All(Operations(document), operation => Assert.NotEmpty((string?)operation.Operation["summary"] ?? ""));
    }

    [Fact]
    public async Task A_decision_is_described_with_its_body_its_answers_and_the_codes_of_its_refusals()
    {
        await using var desk = await WebDesk.OpenAsync();
        var document = await DocumentAsync(desk);
        var decide = Operations(document).Single(operation => operation.Route == "post /api/claims/{id}/decisions").Operation;
        Assert.Contains("id", decide["requestBody"]!["content"]!["application/json"]!["schema"]!["required"]!.AsArray().Select(name => (string?)name));
        Assert.Contains(decide["parameters"]!.AsArray(), parameter => (string?)parameter!["name"] == "If-Match");
        Assert.NotNull(decide["responses"]!["200"]!["content"]!["application/json"]!["schema"]);
        foreach (var (status, code) in new[] { ("400", "bodyMalformed"), ("409", "alreadyDecided"), ("412", "claimChanged"), ("422", "noteMissing"), ("428", "shownMissing") })
            Assert.Contains(code, (string?)decide["responses"]![status]!["description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_described_with_its_judgement_and_its_reason_and_a_retraction_with_its_reason_alone()
    {
        await using var desk = await WebDesk.OpenAsync();
        var operations = Operations(await DocumentAsync(desk)).ToDictionary();
        var correct = operations["post /api/records/{id}/corrections"];
        string?[] required = [.. correct["requestBody"]!["content"]!["application/json"]!["schema"]!["required"]!.AsArray().Select(name => (string?)name)];
        Assert.Contains("reason", required);
        Assert.Contains("id", required);
        Assert.Contains("recordSuperseded", (string?)correct["responses"]!["412"]!["description"], StringComparison.Ordinal);
        var decide = operations["post /api/claims/{id}/decisions"]["requestBody"]!["content"]!["application/json"]!["schema"]!["required"]!.AsArray();
        Assert.DoesNotContain("reason", decide.Select(name => (string?)name));
        Assert.Contains("reason", operations["post /api/records/{id}/retractions"]["requestBody"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_is_sent_in_is_described_as_taken_or_waiting()
    {
        await using var desk = await WebDesk.OpenAsync();
        var submit = Operations(await DocumentAsync(desk)).Single(operation => operation.Route == "post /api/articles").Operation;
        var shapes = submit["responses"]!["202"]!["content"]!["application/json"]!["schema"]!["oneOf"]!.AsArray();
        Assert.Equal("#/components/schemas/Submitted", (string?)shapes[0]!["$ref"]);
        Assert.NotNull(shapes[1]!["properties"]!["nextTry"]);
        Assert.Contains("addressNotPublic", (string?)submit["responses"]!["422"]!["description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_and_media_types_are_named_as_they_are_sent()
    {
        await using var desk = await WebDesk.OpenAsync();
        var operations = Operations(await DocumentAsync(desk)).ToDictionary();
        Assert.Equal(["state", "lang", "minWorth", "cursor", "limit"], operations["get /api/claims"]["parameters"]!.AsArray().Select(parameter => (string?)parameter!["name"]));
        Assert.Equal(["application/json", "application/ld+json"], operations["get /api/records/{id}"]["responses"]!["200"]!["content"]!.AsObject().Select(type => type.Key));
        Assert.Equal(["application/jsonl", "text/csv"], operations["get /api/records/export"]["responses"]!["200"]!["content"]!.AsObject().Select(type => type.Key));
    }

    [Fact]
    public async Task Values_that_are_written_as_text_are_described_as_text()
    {
        await using var desk = await WebDesk.OpenAsync();
        var schemas = (await DocumentAsync(desk))["components"]!["schemas"]!.ToJsonString();
        Assert.Contains("\"range\"", schemas, StringComparison.Ordinal);
        Assert.Contains("^[0-9a-f]{64}-[0-9]\\u002B$", schemas, StringComparison.Ordinal);
    }
}
