using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.Records;

public sealed class RecordApiTests
{
    [Fact]
    public async Task A_record_is_the_exact_bytes_that_its_id_is_the_hash_of_and_is_asked_for_anew()
    {
        await using var desk = await WebDesk.OpenAsync();
        var id = await desk.PublishAsync(Samples.Harbour);
        var client = desk.Client(Role.Reviewer);
        var record = (await client.AskAsync($"/api/records/{id}")).Is(HttpStatusCode.OK);
        Assert.Equal(id, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.Body))));
        Assert.Equal(("application/json", $"\"{id}\""), (record.Content.ContentType?.MediaType, record.Headers.ETag?.Tag));
        Assert.True(record.Headers.CacheControl is { NoCache: true, Private: true });
        Assert.False(record.Headers.Contains("Link") || record.Headers.Contains("Verify-Record"));
        Assert.Equal(HttpStatusCode.NotModified, (await client.AskAsync($"/api/records/{id}", ("If-None-Match", $"\"{id}\""))).Status);
    }

    [Theory]
    [InlineData("", "application/ld+json", true)]
    [InlineData("", "text/html, application/ld+json;q=0.9, */*", true)]
    [InlineData("?format=claimReview", "*/*", true)]
    [InlineData("", "application/ld+json;q=0", false)]
    [InlineData("", "*/*", false)]
    public async Task A_record_is_a_ClaimReview_for_who_asks_for_one(string query, string accept, bool isClaimReview)
    {
        await using var desk = await WebDesk.OpenAsync();
        var id = await desk.PublishAsync(Samples.Harbour);
        var answer = await desk.Client(Role.Reviewer).AskAsync($"/api/records/{id}{query}", ("Accept", accept));
        Assert.Equal(isClaimReview ? "application/ld+json" : "application/json", answer.Content.ContentType?.MediaType);
        if (isClaimReview) Assert.Equal($"{desk.Address}/api/records/{id}", (string?)answer.Json["url"]);
    }

    [Fact]
    public async Task The_list_of_records_names_each_with_what_it_holds()
    {
        await using var desk = await WebDesk.OpenAsync();
        var id = await desk.PublishAsync(Samples.Harbour);
        var item = Assert.Single((await desk.Client(Role.Submitter).AskAsync("/api/records")).Json["items"]!.AsArray())!;
        Assert.Equal((id, 4), ((string?)item["id"], (int)item["record"]!["verdict"]!["rating"]!));
    }

    [Fact]
    public async Task An_export_in_lines_has_one_record_a_line()
    {
        await using var desk = await WebDesk.OpenAsync();
        string[] ids = [await desk.PublishAsync(Samples.Harbour), await desk.PublishAsync(Samples.Library)];
        var export = (await desk.Client(Role.Operator).AskAsync("/api/records/export?format=jsonl")).Is(HttpStatusCode.OK);
        Assert.Equal("attachment; filename=\"verify-records.jsonl\"", export.Content.ContentDisposition?.ToString());
        Assert.Equal(ids.Order(), export.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string?)JsonNode.Parse(line)!["id"]).Order());
    }

    [Fact]
    public async Task An_export_for_a_spreadsheet_has_one_figure_a_line()
    {
        await using var desk = await WebDesk.OpenAsync();
        var id = await desk.PublishAsync(Samples.Harbour);
        var export = (await desk.Client(Role.Operator).AskAsync("/api/records/export?format=csv")).Is(HttpStatusCode.OK);
        var lines = export.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Record,Claim,Figure,Value,Upper,Relation,Unit,Kind,Counted,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{id},{Samples.Harbour.Claim(0)},1,500,,more,,count,kapal nelayan,", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
    }
}
