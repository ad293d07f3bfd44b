using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Verify.Web.Records;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.Records;

/// <summary>Corrections and retractions over HTTP, and every view and export that must say so.</summary>
public sealed class RevisionApiTests
{
    const string Correction =
        """{"id":"correction-1","judgement":"correct","correction":{"value":512},"verdict":{"rating":2},"evidence":[{"url":"https://example.org/table"}],"note":"Counted again.","reason":"The ministry mended its table."}""";

    const string Retraction = """{"id":"retraction-1","reason":"Another claim than the one that was checked."}""";

    static readonly ClaimId Claim = Samples.Harbour.Claim(0);

    static async Task<(WebDesk Desk, HttpClient Editor, string First)> PublishedAsync()
    {
        var desk = await WebDesk.OpenAsync();
        var first = await desk.PublishAsync(Samples.Harbour);
        return (desk, desk.Client(Role.Editor, "Dewi"), first);
    }

    static async Task<string> PassAsync(WebDesk desk)
    {
        await desk.PassAsync(TimeSpan.FromSeconds(10));
        return (await desk.ClaimAsync(Claim)).RecordId!;
    }

    static async Task<(WebDesk Desk, HttpClient Editor, string First, string Second)> CorrectedAsync()
    {
        var (desk, editor, first) = await PublishedAsync();
        (await editor.TellAsync($"/api/records/{first}/corrections", Correction)).Is(HttpStatusCode.OK);
        return (desk, editor, first, await PassAsync(desk));
    }

    static async Task<(WebDesk Desk, HttpClient Editor, string First, string Second, string Last)> RetractedAsync()
    {
        var (desk, editor, first, second) = await CorrectedAsync();
        (await editor.TellAsync($"/api/records/{second}/retractions", Retraction)).Is(HttpStatusCode.OK);
        return (desk, editor, first, second, await PassAsync(desk));
    }

    [Fact]
    public async Task A_correction_can_be_taken_back_and_then_takes_the_record_s_place()
    {
        var (desk, editor, first) = await PublishedAsync();
        await using var closing = desk;
        var asked = (await editor.TellAsync($"/api/records/{first}/corrections", Correction, headers: ("If-Match", $"\"{first}\""))).Is(HttpStatusCode.OK);
        var revision = asked.Json["revisions"]![0]!;
        Assert.Equal(("correction-1", "correction", first, "The ministry mended its table.", 512m),
            ((string?)revision["id"], (string?)revision["kind"], (string?)revision["record"], (string?)revision["reason"], (decimal)revision["judgement"]!["correction"]!["value"]!));
        Assert.NotNull(revision["undoUntil"]);
        Assert.Null((await editor.DropAsync($"/api/records/{first}/corrections/correction-1")).Is(HttpStatusCode.OK).Json["revisions"]);
        (await editor.TellAsync($"/api/records/{first}/corrections", Correction)).IsProblem(HttpStatusCode.Conflict, "revisionWithdrawn");

        (await editor.TellAsync($"/api/records/{first}/corrections", Correction.Replace("correction-1", "correction-2", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        var second = await PassAsync(desk);
        Assert.NotEqual(first, second);
        (await editor.DropAsync($"/api/records/{first}/corrections/correction-2")).IsProblem(HttpStatusCode.Conflict, "undoTooLate");
        var stale = (await editor.TellAsync($"/api/records/{first}/retractions", Retraction)).IsProblem(HttpStatusCode.PreconditionFailed, "recordSuperseded");
        Assert.Contains($"/api/records/{second}", stale.Detail, StringComparison.Ordinal);
        Assert.Equal(second, (string?)stale.Json["current"]!["recordId"]);
    }

    [Fact]
    public async Task An_old_record_keeps_its_bytes_and_says_in_its_headers_what_became_of_it()
    {
        var (desk, editor, first, second, last) = await RetractedAsync();
        await using var closing = desk;
        var old = (await editor.AskAsync($"/api/records/{first}")).Is(HttpStatusCode.OK);
        Assert.Equal(first, ArticleId.Of(Encoding.UTF8.GetBytes(old.Body)).Value);
        Assert.Equal($"</api/records/{second}>; rel=\"successor-version\", </api/records/{last}>; rel=\"latest-version\"", Header(old, "Link"));
        Assert.Equal($"retracted; by=\"{last}\"", Header(old, "Verify-Record"));
        var known = await editor.AskAsync($"/api/records/{first}", ("If-None-Match", $"\"{first}\""));
        Assert.Equal((HttpStatusCode.NotModified, Header(old, "Link")), (known.Status, Header(known, "Link")));

        var middle = await editor.AskAsync($"/api/records/{second}");
        Assert.Equal($"</api/records/{first}>; rel=\"predecessor-version\", </api/records/{last}>; rel=\"successor-version\", </api/records/{last}>; rel=\"latest-version\"", Header(middle, "Link"));
        Assert.Equal($"</api/records/{second}>; rel=\"predecessor-version\"", Header(await editor.AskAsync($"/api/records/{last}"), "Link"));

        var view = (await editor.AskAsync($"/api/records/{first}?format=view")).Is(HttpStatusCode.OK).Json;
        Assert.Equal((second, last, last, 4), ((string?)view["supersededBy"]!["record"], (string?)view["retractedBy"]!["record"], (string?)view["latest"], (int)view["record"]!["verdict"]!["rating"]!));
    }

    static string Header(Answered answer, string name) => string.Join('|', answer.Headers.GetValues(name));

    [Fact]
    public async Task Lists_and_exports_say_it_of_every_record()
    {
        var (desk, editor, first, second, last) = await RetractedAsync();
        await using var closing = desk;
        var items = (await editor.AskAsync("/api/records")).Json["items"]!.AsArray().ToDictionary(item => (string)item!["id"]!, item => item!);
        Assert.Equal((second, last), ((string?)items[first]["supersededBy"]!["record"], (string?)items[first]["retractedBy"]!["record"]));
        Assert.Equal((null, last), ((string?)items[second]["supersededBy"]?["record"], (string?)items[second]["retractedBy"]!["record"]));
        Assert.Null(items[last]["retractedBy"]);
        Assert.Equal(("retraction", second), ((string?)items[last]["record"]!["supersedes"]!["kind"], (string?)items[last]["record"]!["supersedes"]!["record"]));

        var lines = (await editor.AskAsync("/api/records/export?format=jsonl")).Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);
        Assert.Equal(items.Select(item => item.Value.ToJsonString()).Order(), lines.Select(line => line.ToJsonString()).Order());

        var rows = (await editor.AskAsync("/api/records/export?format=csv")).Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(",Supersedes,Revision,Reason,SupersededBy,RetractedBy,Latest", rows[0], StringComparison.Ordinal);
        Assert.EndsWith($",,,,{second},{last},{last}", Row(first), StringComparison.Ordinal);
        Assert.EndsWith($",{first},correction,The ministry mended its table.,,{last},{last}", Row(second), StringComparison.Ordinal);
        Assert.StartsWith($"{last},{Claim},0,,,,,,,", Row(last), StringComparison.Ordinal);
        Assert.EndsWith($",{second},retraction,Another claim than the one that was checked.,,,", Row(last), StringComparison.Ordinal);

        string Row(string id) => rows.Single(row => row.StartsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_claim_its_article_its_history_the_export_of_histories_and_the_proof_say_it()
    {
        var (desk, editor, first, second, last) = await RetractedAsync();
        await using var closing = desk;
        var claim = (await editor.AskAsync($"/api/claims/{Claim}")).Json;
        Assert.Equal(("published", last), ((string?)claim["state"], (string?)claim["recordId"]));
        Assert.Equal([second, last], claim["revisions"]!.AsArray().Select(revision => (string?)revision!["newRecord"]));
        Assert.Equal("retraction", (string?)(await editor.AskAsync("/api/claims?state=published")).Json["items"]![0]!["revised"]);
        var inArticle = (await editor.AskAsync($"/api/articles/{Claim.Article}")).Json["claims"]!.AsArray().Single(one => (string?)one!["id"] == Claim.Value)!;
        Assert.Equal((last, "retraction"), ((string?)inArticle["recordId"], (string?)inArticle["revised"]));
        foreach (var told in (string[])[(await editor.AskAsync($"/api/claims/{Claim}/history")).Body, (await editor.AskAsync("/api/history/export")).Body])
        {
            Assert.Contains("\"type\":\"recordCorrected\"", told, StringComparison.Ordinal);
            Assert.Contains("\"type\":\"recordRetracted\"", told, StringComparison.Ordinal);
        }
        await desk.SealAsync();
        var proof = (await editor.AskAsync($"/api/log/proof?record={first}")).Is(HttpStatusCode.OK).Json;
        Assert.Equal((second, last), ((string?)proof["supersededBy"]!["record"], (string?)proof["retractedBy"]!["record"]));
    }

    [Fact]
    public async Task As_ClaimReview_the_old_one_carries_a_correction_and_a_retracted_one_no_rating()
    {
        var (desk, editor, first, second) = await CorrectedAsync();
        await using var closing = desk;
        var old = await ReviewAsync(desk, first);
        Assert.Equal(("Superseded", "CorrectionComment", "The ministry mended its table.", $"https://desk.example/api/records/{second}"),
            ((string?)old["creativeWorkStatus"], (string?)old["correction"]![0]!["@type"], (string?)old["correction"]![0]!["text"], (string?)old["correction"]![0]!["url"]));
        Assert.Equal(4, (int)old["reviewRating"]!["ratingValue"]!);
        var corrected = await ReviewAsync(desk, second);
        Assert.Equal(($"https://desk.example/api/records/{first}", 2, null),
            ((string?)corrected["isBasedOn"], (int)corrected["reviewRating"]!["ratingValue"]!, (string?)corrected["creativeWorkStatus"]));

        (await editor.TellAsync($"/api/records/{second}/retractions", Retraction)).Is(HttpStatusCode.OK);
        var last = await PassAsync(desk);
        foreach (var (id, comments) in ((string, int)[])[(first, 2), (second, 2)])
        {
            var retracted = await ReviewAsync(desk, id);
            Assert.Equal(("ClaimReview", "Retracted", null), ((string?)retracted["@type"], (string?)retracted["creativeWorkStatus"], retracted["reviewRating"]));
            Assert.Equal(comments, retracted["correction"]!.AsArray().Count);
        }
        var retraction = await ReviewAsync(desk, last);
        Assert.Equal(("CorrectionComment", $"https://desk.example/api/records/{second}", "Another claim than the one that was checked."),
            ((string?)retraction["@type"], (string?)retraction["about"]!["url"], (string?)retraction["text"]));
    }

    static async Task<JsonNode> ReviewAsync(WebDesk desk, string id) => JsonNode.Parse(ClaimReview.Of(await desk.RecordAsync(id), "Meja Fakta", "https://desk.example"))!;

    [Theory]
    [InlineData("corrections", "", "no JSON")]
    [InlineData("corrections", "[]", "JSON object")]
    [InlineData("corrections", """{"judgement":"approve","verdict":{"rating":4},"reason":"x"}""", "\"id\" is missing")]
    [InlineData("corrections", """{"id":"correction-1","verdict":{"rating":4},"reason":"x"}""", "\"judgement\" is missing")]
    [InlineData("corrections", """{"id":"correction-1","judgement":"approve","verdict":{"rating":4},"reason":7}""", "\"reason\" is no string")]
    [InlineData("corrections", """{"id":"correction-1","judgement":"approve","verdict":{"rating":4},"reason":"x","record":"y"}""", "/record is no field")]
    [InlineData("corrections", """{"id":"correction-1","judgement":"approve","reason":"x"}""", "\"verdict\"")]
    [InlineData("retractions", "null", "JSON object")]
    [InlineData("retractions", """{"reason":"x"}""", "\"id\" is missing")]
    [InlineData("retractions", """{"id":"retraction-1","reason":["x"]}""", "\"reason\" is no string")]
    [InlineData("retractions", """{"id":"retraction-1","reason":"x","verdict":{"rating":1}}""", "/verdict is no field of a retraction")]
    [InlineData("retractions", """{"id":"retraction-1","reason":"x","reason":"y"}""", "twice")]
    public async Task A_body_that_is_neither_is_refused_with_what_is_wrong(string kind, string body, string says)
    {
        var (desk, editor, first) = await PublishedAsync();
        await using var closing = desk;
        Assert.Contains(says, (await editor.TellAsync($"/api/records/{first}/{kind}", body)).IsProblem(HttpStatusCode.BadRequest, "bodyMalformed").Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"correction-1","judgement":"reject","reason":"duplicate"}""", "correctionRejects", "/judgement")]
    [InlineData("""{"id":"correction-1","judgement":"approve","verdict":{"rating":1}}""", "reasonMissing", "/reason")]
    [InlineData("""{"id":"correction-1","judgement":"approve","verdict":{"rating":9},"reason":"x"}""", "verdictOutOfRange", "/verdict/rating")]
    [InlineData("""{"id":"correction-1","judgement":"approve","verdict":{"rating":4},"evidence":[{"url":"https://example.org/report","quote":"512 kapal"}],"note":"Counted by the ministry.","reason":"x"}""", "nothingRevised", "")]
    public async Task A_correction_that_says_something_impossible_is_refused_with_its_field(string body, string code, string field)
    {
        var (desk, editor, first) = await PublishedAsync();
        await using var closing = desk;
        Assert.Equal(field, (string?)(await editor.TellAsync($"/api/records/{first}/corrections", body)).IsProblem(HttpStatusCode.UnprocessableEntity, code).Json["field"]);
    }

    [Fact]
    public async Task What_is_forged_or_bound_to_something_else_is_refused_and_the_refusal_is_in_the_audit_log()
    {
        var (desk, editor, first) = await PublishedAsync();
        await using var closing = desk;
        (await editor.TellAsync($"/api/records/{new string('0', 64)}/corrections", Correction)).IsProblem(HttpStatusCode.NotFound, "recordNotFound");
        (await editor.TellAsync("/api/records/x/retractions", Retraction)).IsProblem(HttpStatusCode.NotFound, "recordNotFound");
        (await editor.TellAsync($"/api/records/{first}/corrections", Correction, headers: ("If-Match", $"\"{new string('0', 64)}\""))).IsProblem(HttpStatusCode.PreconditionFailed, "recordSuperseded");
        (await editor.TellAsync($"/api/records/{first}/corrections", Correction, headers: ("If-Match", "*"))).IsProblem(HttpStatusCode.BadRequest, "ifMatchMalformed");
        (await editor.TellAsync($"/api/records/{first}/corrections", Correction, "text/plain")).IsProblem(HttpStatusCode.UnsupportedMediaType, "notJson");
        (await editor.DropAsync($"/api/records/{first}/corrections/correction-9")).IsProblem(HttpStatusCode.NotFound, "decisionNotFound");
        (await desk.Client(Role.Reviewer).TellAsync($"/api/records/{first}/corrections", Correction)).IsProblem(HttpStatusCode.Forbidden, "roleMayNot");
        (await editor.TellAsync($"/api/records/{first}/retractions", """{"id":"retraction-1"}""")).IsProblem(HttpStatusCode.UnprocessableEntity, "reasonMissing");
        var audit = (await editor.AskAsync("/api/audit")).Body;
        Assert.Contains($"\"what\":\"reviseRecord\",\"about\":\"{Claim}\",\"refused\":\"reasonMissing\"", audit, StringComparison.Ordinal);
        Assert.Contains("POST /api/records/{id}/corrections", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_correction_sent_again_gets_the_same_answer_and_another_editor_is_told()
    {
        var (desk, editor, first) = await PublishedAsync();
        await using var closing = desk;
        var asked = await editor.TellAsync($"/api/records/{first}/corrections", Correction);
        Assert.Equal(asked.Body, (await editor.TellAsync($"/api/records/{first}/corrections", Correction)).Is(HttpStatusCode.OK).Body);
        var other = desk.Client(Role.Editor, "Eko");
        var conflict = (await other.TellAsync($"/api/records/{first}/retractions", Retraction)).IsProblem(HttpStatusCode.Conflict, "revisionUnderWay");
        Assert.Equal("correction-1", (string?)conflict.Json["current"]!["revisions"]![0]!["id"]);
        (await other.DropAsync($"/api/records/{first}/corrections/correction-1")).IsProblem(HttpStatusCode.Forbidden, "notYourDecision");
    }
}
