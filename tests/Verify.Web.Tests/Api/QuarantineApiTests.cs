using System.Net;
using System.Text;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Quarantine;

namespace Verify.Web.Tests.Api;

public sealed class QuarantineApiTests
{
    const string Text = "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n";

    static async Task<string> KeepAsync(WebDesk desk, byte[] raw) =>
        (await desk.Mediator.Send(new QuarantineInput(raw, new ArticleSource("inbox", "a.txt"), "unsupportedFormat", "No version reads this."), TestContext.Current.CancellationToken)).Id;

    [Fact]
    public async Task An_operator_releases_what_can_be_read_now()
    {
        await using var desk = await WebDesk.OpenAsync();
        var id = await KeepAsync(desk, Encoding.UTF8.GetBytes(Text));
        var released = (await desk.Client(Role.Operator).TellAsync($"/api/quarantine/{id}/release", "")).Is(HttpStatusCode.OK);
        Assert.Equal(ArticleId.Of(Encoding.UTF8.GetBytes(Text)).Value, (string?)released.Json["article"]);
        Assert.Empty((await desk.Client(Role.Operator).AskAsync("/api/quarantine")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task What_is_still_refused_is_a_problem_and_stays()
    {
        await using var desk = await WebDesk.OpenAsync();
        var id = await KeepAsync(desk, [0x25, 0x50, 0x44, 0x46, 0x2d, 0x00, 0xff]);
        var refused = await desk.Client(Role.Operator).TellAsync($"/api/quarantine/{id}/release", "");
        Assert.Contains("stays in quarantine", refused.Detail, StringComparison.Ordinal);
        Assert.Single((await desk.Client(Role.Operator).AskAsync("/api/quarantine")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task An_operator_discards_with_a_reason_and_not_without()
    {
        await using var desk = await WebDesk.OpenAsync();
        var id = await KeepAsync(desk, [0]);
        var client = desk.Client(Role.Operator);
        (await client.DropAsync($"/api/quarantine/{id}")).IsProblem(HttpStatusCode.UnprocessableEntity, "reasonMissing");
        var end = (await client.DropAsync($"/api/quarantine/{id}?reason=Not%20ours.")).Is(HttpStatusCode.OK);
        Assert.Equal(("Not ours.", "unsupportedFormat"), ((string?)end.Json["reason"], (string?)end.Json["code"]));
        Assert.Empty((await client.AskAsync("/api/quarantine")).Json["items"]!.AsArray());
        (await client.DropAsync("/api/quarantine/x?reason=why")).IsProblem(HttpStatusCode.NotFound, "quarantineNotFound");
    }
}
