using System.Net;
using System.Text.Json.Nodes;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.Api;

public sealed class AuditApiTests
{
    static readonly ClaimId Claim = Samples.Harbour.Claim(0);

    static async Task<WebDesk> OpenAsync()
    {
        var desk = await WebDesk.OpenAsync();
        await desk.SeedAsync(Samples.Harbour);
        return desk;
    }

    static async Task<List<JsonNode>> LinesAsync(HttpClient client, string path)
    {
        var answer = (await client.AskAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal("application/jsonl", answer.Content.ContentType?.MediaType);
        return [.. answer.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    [Fact]
    public async Task Who_looked_and_who_was_refused_is_told_to_operators()
    {
        await using var desk = await OpenAsync();
        var (ani, submitter) = (desk.Client(Role.Reviewer), desk.Client(Role.Submitter, "Sari"));
        await ani.AskAsync($"/api/claims/{Claim}");
        await desk.DecideAsync(ani, Claim, """{"id":"decision-1","judgement":"reject","reason":"notCheckable"}""", shown: "\"stale\"");
        await submitter.TellAsync("/api/claims/next", "");
        var entries = await LinesAsync(desk.Client(Role.Operator, "Oka"), "/api/audit");
        Assert.Equal(
            [("getClaim", null), ("decide", "claimChanged"), ("POST /api/claims/next", "roleMayNot")],
            entries.Select(entry => ((string?)entry["what"], (string?)entry["refused"])));
        Assert.Equal(Claim.Value, (string?)entries[0]["about"]);
        Assert.All(entries, entry => Assert.StartsWith("r-", (string?)entry["by"]));
        Assert.DoesNotContain("Sari", entries[2].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_would_tell_of_a_hidden_decision_is_told_once_both_are_final()
    {
        await using var desk = await OpenAsync();
        const string Corrected = """{"id":"decision-1","judgement":"correct","correction":{"value":510},"verdict":{"rating":4}}""";
        var (ani, dewi) = (desk.Client(Role.Editor), desk.Client(Role.Editor, "Dewi"));
        (await desk.DecideAsync(ani, Claim, Corrected)).Is(HttpStatusCode.OK);
        (await desk.DecideAsync(ani, Claim, Corrected.Replace("decision-1", "decision-2", StringComparison.Ordinal))).IsProblem(HttpStatusCode.Conflict, "anotherReviewerDecides");
        Assert.Empty(await RefusedAsync(dewi));
        Assert.Equal(["anotherReviewerDecides"], await RefusedAsync(ani));

        await desk.SecondAsync(Claim, Corrected.Replace("decision-1", "decision-3", StringComparison.Ordinal));
        Assert.Equal(["anotherReviewerDecides"], await RefusedAsync(dewi));

        static async Task<IEnumerable<string>> RefusedAsync(HttpClient client) =>
            (await LinesAsync(client, "/api/audit")).Select(entry => (string?)entry["refused"]).OfType<string>();
    }

    [Fact]
    public async Task Each_day_has_its_own_entries()
    {
        await using var desk = await OpenAsync();
        await desk.Client(Role.Reviewer).AskAsync($"/api/claims/{Claim}");
        await desk.PassAsync(TimeSpan.FromDays(1));
        await desk.Client(Role.Reviewer).AskAsync($"/api/claims/{Claim}");
        await desk.Client(Role.Reviewer).AskAsync($"/api/claims/{Claim}/history");
        var operators = desk.Client(Role.Operator);
        Assert.Single(await LinesAsync(operators, "/api/audit?day=2026-03-02"));
        Assert.Equal(2, (await LinesAsync(operators, "/api/audit?day=2026-03-03")).Count);
        Assert.Empty(await LinesAsync(operators, "/api/audit?day=2026-03-01"));
        (await operators.AskAsync("/api/audit?day=yesterday")).IsProblem(HttpStatusCode.BadRequest, "dayUnknown");
    }

    [Fact]
    public async Task Every_claim_s_history_can_be_exported_and_hides_what_is_hidden()
    {
        await using var desk = await OpenAsync();
        (await desk.DecideAsync(desk.Client(Role.Reviewer), Claim, """{"id":"decision-1","judgement":"correct","correction":{"value":510},"verdict":{"rating":4}}""")).Is(HttpStatusCode.OK);
        var histories = await LinesAsync(desk.Client(Role.Editor, "Dewi"), "/api/history/export");
        Assert.Equal(3, histories.Count);
        Assert.All(histories, history => Assert.Equal("reviewOpened", (string?)Assert.Single(history["events"]!.AsArray())!["type"]));

        (await desk.DecideAsync(desk.Client(Role.Reviewer, "Budi"), Claim, """{"id":"decision-2","judgement":"reject","reason":"notCheckable"}""")).Is(HttpStatusCode.OK);
        await desk.PassAsync(TimeSpan.FromSeconds(10));
        var told = (await LinesAsync(desk.Client(Role.Editor, "Dewi"), "/api/history/export")).Single(history => (string?)history["claim"] == Claim.Value);
        Assert.Equal(["reviewOpened", "claimCorrected", "claimRejected", "reviewersDisagreed"], told["events"]!.AsArray().Select(happened => (string?)happened!["type"]));
    }
}
