using System.Net;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.Api;

public sealed class LeaseApiTests
{
    static readonly string Path = $"/api/claims/{Samples.Harbour.Claim(0)}/lease";

    static async Task<WebDesk> OpenAsync()
    {
        var desk = await WebDesk.OpenAsync();
        await desk.SeedAsync(Samples.Harbour);
        return desk;
    }

    [Fact]
    public async Task A_claim_is_kept_for_who_works_on_it_and_given_back()
    {
        await using var desk = await OpenAsync();
        var (ani, budi) = (desk.Client(Role.Reviewer), desk.Client(Role.Reviewer, "Budi"));
        var taken = (await ani.TellAsync(Path, "")).Is(HttpStatusCode.OK).Json;
        Assert.Equal("2026-03-02T08:10:00+00:00", (string?)taken["lease"]!["until"]);
        (await budi.TellAsync(Path, "")).IsProblem(HttpStatusCode.Conflict, "claimLeased");
        (await budi.TellAsync(Path, """{"note":"Needed now"}""")).Is(HttpStatusCode.OK);
        (await budi.DropAsync(Path)).Is(HttpStatusCode.OK);
        (await ani.TellAsync(Path, "")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_next_claim_is_another_one_for_each_who_asks_until_none_is_left()
    {
        await using var desk = await OpenAsync();
        var ids = new HashSet<string>();
        foreach (var name in new[] { "Ani", "Budi", "Citra" })
            ids.Add((string)(await desk.Client(Role.Reviewer, name).TellAsync("/api/claims/next", "")).Is(HttpStatusCode.OK).Json["id"]!);
        Assert.Equal(3, ids.Count);
        (await desk.Client(Role.Reviewer, "Dewi").TellAsync("/api/claims/next", "")).IsProblem(HttpStatusCode.NotFound, "nothingWaits");
    }

    [Theory]
    [InlineData("{\"note\":1}", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("{\"why\":\"x\"}", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("null", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("{", HttpStatusCode.BadRequest, "bodyMalformed")]
    public async Task What_cannot_be_read_is_refused(string body, HttpStatusCode status, string code)
    {
        await using var desk = await OpenAsync();
        (await desk.Client(Role.Reviewer).TellAsync(Path, body)).IsProblem(status, code);
    }

    [Fact]
    public async Task Who_judges_nothing_takes_nothing()
    {
        await using var desk = await OpenAsync();
        (await desk.Client(Role.Submitter).TellAsync(Path, "")).IsProblem(HttpStatusCode.Forbidden, "roleMayNot");
        (await desk.Client(Role.Operator).TellAsync("/api/claims/next", "")).IsProblem(HttpStatusCode.Forbidden, "roleMayNot");
    }

    [Fact]
    public async Task What_happened_to_a_claim_is_told_in_order()
    {
        await using var desk = await OpenAsync();
        var ani = desk.Client(Role.Reviewer);
        await ani.TellAsync(Path, "");
        (await desk.DecideAsync(ani, Samples.Harbour.Claim(0), """{"id":"decision-1","judgement":"reject","reason":"notCheckable"}""")).Is(HttpStatusCode.OK);
        var events = (await ani.AskAsync($"/api/claims/{Samples.Harbour.Claim(0)}/history")).Is(HttpStatusCode.OK).Json["events"]!.AsArray();
        Assert.Equal(["reviewOpened", "claimLeased", "claimRejected"], events.Select(happened => (string?)happened!["type"]));
    }
}
