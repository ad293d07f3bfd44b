using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;

namespace Verify.Web.Tests.Api;

public sealed class DecisionApiTests
{
    const string Approval = """{"id":"decision-1","judgement":"approve","verdict":{"rating":4},"evidence":[{"url":"https://example.org/a","quote":"500 kapal"}]}""";

    static readonly ClaimId Claim = Samples.Harbour.Claim(0);

    static async Task<(WebDesk Desk, HttpClient Client)> OpenAsync()
    {
        var desk = await WebDesk.OpenAsync();
        await desk.SeedAsync(Samples.Harbour);
        return (desk, desk.Client(Role.Reviewer));
    }

    [Fact]
    public async Task The_queue_lists_what_waits_the_worthiest_first_and_by_pages()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        await desk.SeedAsync(Samples.Library);
        var queue = (await client.AskAsync("/api/claims")).Json["items"]!.AsArray();
        Assert.Equal([0.91, 0.72, 0.64, 0.55], queue.Select(entry => (double)entry!["worth"]!));

        var first = await client.AskAsync("/api/claims?limit=2&lang=id");
        var second = await client.AskAsync($"/api/claims?limit=2&lang=id&cursor={Uri.EscapeDataString((string)first.Json["next"]!)}");
        Assert.Equal(["2", "1"], [$"{first.Json["items"]!.AsArray().Count}", $"{second.Json["items"]!.AsArray().Count}"]);
        Assert.Single((await client.AskAsync("/api/claims?minWorth=0.9")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task An_approved_claim_can_be_taken_back_and_becomes_a_record_when_its_time_is_over()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        var decided = (await desk.DecideAsync(client, Claim, Approval)).Is(HttpStatusCode.OK);
        Assert.Equal(("decided", "approve"), ((string?)decided.Json["state"], (string?)decided.Json["decision"]!["judgement"]!["judgement"]));

        Assert.Equal("open", (string?)(await client.DropAsync($"/api/claims/{Claim}/decisions/decision-1")).Is(HttpStatusCode.OK).Json["state"]);
        (await desk.DecideAsync(client, Claim, Approval)).IsProblem(HttpStatusCode.Conflict, "decisionWithdrawn");

        (await desk.DecideAsync(client, Claim, Approval.Replace("decision-1", "decision-2", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        await desk.PassAsync(TimeSpan.FromSeconds(10));
        var published = await client.AskAsync($"/api/claims/{Claim}");
        Assert.Equal("published", (string?)published.Json["state"]);
        (await client.DropAsync($"/api/claims/{Claim}/decisions/decision-2")).IsProblem(HttpStatusCode.Conflict, "undoTooLate");
        (await client.AskAsync($"/api/records/{published.Json["recordId"]}")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_figure_with_two_readings_is_approved_only_with_the_one_that_is_meant()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        var catchOfFish = Samples.Harbour.Claim(1);
        (await desk.DecideAsync(client, catchOfFish, Approval)).IsProblem(HttpStatusCode.UnprocessableEntity, "readingOpen");
        var decided = (await desk.DecideAsync(client, catchOfFish, Approval.Insert(Approval.Length - 1, ",\"asRead\":[0]"))).Is(HttpStatusCode.OK);
        Assert.Equal(0, (int?)decided.Json["decision"]!["judgement"]!["asRead"]![0]);
    }

    [Fact]
    public async Task The_same_decision_sent_again_gets_the_same_answer()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        var first = await desk.DecideAsync(client, Claim, Approval);
        Assert.Equal(first.Body, (await desk.DecideAsync(client, Claim, Approval)).Is(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task The_tag_of_a_claim_stays_when_its_state_changes_and_never_hides_that_it_did()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        var before = await client.AskAsync($"/api/claims/{Claim}");
        await desk.DecideAsync(client, Claim, Approval);
        var after = (await client.AskAsync($"/api/claims/{Claim}", ("If-None-Match", before.Headers.ETag!.Tag))).Is(HttpStatusCode.OK);
        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal("decided", (string?)after.Json["state"]);
        Assert.True(after.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_decision_that_does_not_name_what_was_shown_is_refused()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        (await desk.DecideAsync(client, Claim, Approval, withShown: false)).IsProblem((HttpStatusCode)428, "shownMissing");
    }

    [Fact]
    public async Task A_decision_on_another_reading_is_refused_with_the_one_that_stands()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        var answer = (await desk.DecideAsync(client, Claim, Approval, "\"0123456789abcdef0123456789abcdef\"")).IsProblem(HttpStatusCode.PreconditionFailed, "claimChanged");
        Assert.Equal(Claim.Value, (string?)answer.Json["current"]!["id"]);
    }

    [Fact]
    public async Task A_decision_on_a_reading_that_was_replaced_is_refused_with_what_changed()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        var view = await desk.ClaimAsync(Claim);
        var figure = view.Reading.Quantities[0];
        var reviews = desk.Services.GetRequiredService<Journal<ReviewEvent>>();
        var history = await reviews.LoadAsync(Claim.Value, TestContext.Current.CancellationToken);
        await reviews.AppendAsync(
            Claim.Value, history,
            new ReadingReplaced("readingReplaced-1", desk.Clock.GetUtcNow(), "o-sari", "9", view.Reading with { Quantities = [figure with { Value = figure.Value + 1 }], Speaker = null }, new('a', 32)),
            TestContext.Current.CancellationToken);
        var answer = (await desk.DecideAsync(client, Claim, Approval, $"\"{view.Shown}\"")).IsProblem(HttpStatusCode.PreconditionFailed, "claimChanged");
        var changes = answer.Json["changes"]!.AsArray();
        Assert.Equal(["/quantities/0/value", "/speaker"], changes.Select(change => (string?)change!["field"]));
        Assert.Equal((figure.Value, figure.Value + 1), ((decimal)changes[0]!["before"]!, (decimal)changes[0]!["after"]!));
        Assert.Null(changes[1]!["after"]);
        Assert.Equal(new string('a', 32), (string?)answer.Json["current"]!["shown"]);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("W/\"0123456789abcdef0123456789abcdef\"")]
    [InlineData("unquoted")]
    [InlineData("\"a\", \"b\"")]
    public async Task An_If_Match_that_is_not_one_strong_tag_is_refused(string header)
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        (await desk.DecideAsync(client, Claim, Approval, header)).IsProblem(HttpStatusCode.BadRequest, "ifMatchMalformed");
    }

    [Theory]
    [InlineData("", "", "no JSON")]
    [InlineData("{\"id\":", "", "line 1")]
    [InlineData("{\"id\":\"decision-1\",\n\"judgement\":}", "", "line 2")]
    [InlineData("[]", "", "JSON object")]
    [InlineData("null", "", "JSON object")]
    [InlineData("""{"judgement":"reject","reason":"duplicate"}""", "/id", "missing")]
    [InlineData("""{"id":7,"judgement":"reject","reason":"duplicate"}""", "/id", "no string")]
    [InlineData("""{"id":"decision-1","reason":"duplicate"}""", "/judgement", "missing")]
    [InlineData("""{"id":"decision-1","judgement":"maybe"}""", "", "approve, correct, reject")]
    [InlineData("""{"id":"decision-1","judgement":5}""", "/judgement", "approve, correct, reject")]
    [InlineData("""{"id":"decision-1","judgement":null}""", "/judgement", "approve, correct, reject")]
    [InlineData("""{"id":"decision-1","judgement":"reject"}""", "", "\"reason\"")]
    [InlineData("""{"id":"decision-1","judgement":"reject","reason":"boring"}""", "/reason", "notAClaim")]
    [InlineData("""{"id":"decision-1","judgement":"reject","reason":1}""", "/reason", "notAClaim")]
    [InlineData("""{"id":"decision-1","judgement":"reject","reason":"duplicate","why":"x"}""", "/why", "no field")]
    [InlineData("""{"id":"decision-1","judgement":"approve","verdict":{"rating":4,"stars":5}}""", "/verdict/stars", "no field")]
    [InlineData("""{"id":"decision-1","judgement":"approve","verdict":{"rating":"4"}}""", "/verdict/rating", "wrong kind")]
    [InlineData("""{"id":"decision-1","judgement":"approve","verdict":{"rating":4},"evidence":[{"url":"https://a.example"},{"link":"x"}]}""", "/evidence/1", "")]
    [InlineData("""{"id":"decision-1","judgement":"correct","correction":{"relation":"more"},"verdict":{"rating":4}}""", "/correction/relation", "is not a relation")]
    [InlineData("""{"id":"decision-1","judgement":"correct","correction":{"value":1e400},"verdict":{"rating":4}}""", "/correction/value", "")]
    [InlineData("""{"id":"decision-1","judgement":"reject","reason":"other","note":"\ud800"}""", "", "surrogate")]
    [InlineData("""{"id":"decision-1","id":"decision-2","judgement":"reject","reason":"duplicate"}""", "", "twice")]
    public async Task A_body_that_is_no_decision_is_refused_with_the_place_and_what_stands_there(string body, string field, string says)
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        var answer = (await desk.DecideAsync(client, Claim, body)).IsProblem(HttpStatusCode.BadRequest, "bodyMalformed");
        Assert.StartsWith(field, (string?)answer.Json["field"], StringComparison.Ordinal);
        Assert.Contains(says, answer.Detail, StringComparison.Ordinal);
        Assert.Equal("open", (string?)(await client.AskAsync($"/api/claims/{Claim}")).Json["state"]);
    }

    [Theory]
    [InlineData("""{"id":"short","judgement":"reject","reason":"duplicate"}""", "decisionIdInvalid", "/id")]
    [InlineData("""{"id":"decision-1","judgement":"approve","verdict":{"rating":6}}""", "verdictOutOfRange", "/verdict/rating")]
    [InlineData("""{"id":"decision-1","judgement":"approve","verdict":{"rating":4},"evidence":[{"url":"javascript:alert(1)"}]}""", "evidenceUrlInvalid", "/evidence/0/url")]
    [InlineData("""{"id":"decision-1","judgement":"reject","reason":"other"}""", "noteMissing", "/note")]
    [InlineData("""{"id":"decision-1","judgement":"correct","correction":{"value":500},"verdict":{"rating":4}}""", "nothingCorrected", "/correction")]
    [InlineData("""{"id":"decision-1","judgement":"correct","correction":{"relation":"range"},"verdict":{"rating":4}}""", "upperMissing", "/correction/upper")]
    public async Task A_decision_that_says_something_impossible_is_refused_with_its_field(string body, string code, string field)
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        Assert.Equal(field, (string?)(await desk.DecideAsync(client, Claim, body)).IsProblem(HttpStatusCode.UnprocessableEntity, code).Json["field"]);
    }

    [Fact]
    public async Task A_decision_comes_as_JSON()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        (await client.TellAsync($"/api/claims/{Claim}/decisions", Approval, "text/plain")).IsProblem(HttpStatusCode.UnsupportedMediaType, "notJson");
    }

    [Fact]
    public async Task A_decision_of_two_megabytes_is_refused()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        (await desk.DecideAsync(client, Claim, $"{{\"note\":\"{new string('a', 2 * 1024 * 1024)}\"}}")).IsProblem(HttpStatusCode.RequestEntityTooLarge, "bodyTooLarge");
    }

    [Fact]
    public async Task Only_who_made_a_decision_takes_it_back()
    {
        var (desk, client) = await OpenAsync();
        await using var closing = desk;
        await desk.DecideAsync(client, Claim, Approval);
        var other = desk.Client(Role.Reviewer, "Budi");
        (await other.DropAsync($"/api/claims/{Claim}/decisions/decision-1")).IsProblem(HttpStatusCode.Forbidden, "notYourDecision");
        (await client.DropAsync($"/api/claims/{Claim}/decisions/decision-9")).IsProblem(HttpStatusCode.NotFound, "decisionNotFound");
        (await desk.DecideAsync(other, Claim, Approval.Replace("decision-1", "decision-3", StringComparison.Ordinal))).IsProblem(HttpStatusCode.Conflict, "alreadyDecided");
    }
}
