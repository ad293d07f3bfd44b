using System.Net;
using Verify.Testing.Workflow;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using Verify.Workflow.Notices.Sending;
using Verify.Workflow.Ports;

namespace Verify.Web.Tests.Api;

public sealed class NotificationApiTests
{
    const string Path = "/api/me/notifications";
    const string Choice = """{"choice":{"kinds":["reminder","publication"],"when":"everyHours","hour":7,"everyHours":6,"language":"id","timeZone":"Asia/Jakarta"},"address":"ani@example.org"}""";

    static string CodeIn(PostBox post) => post.Mails.Last().Text.Split('\n').Select(line => line.Trim()).Single(line => line.Length == 8 && line.All(char.IsAsciiDigit));

    [Fact]
    public async Task A_reviewer_chooses_confirms_sees_it_and_has_it_removed()
    {
        var post = new PostBox();
        await using var desk = await WebDesk.OpenAsync(post: post);
        var client = desk.Client(Role.Reviewer);
        var proposed = (await client.AskAsync(Path)).Is(HttpStatusCode.OK).Json;
        Assert.Equal((true, "daily"), ((bool)proposed["hasMail"]!, (string?)proposed["choice"]!["when"]));

        var waiting = (await client.PutAsync(Path, Choice)).Is(HttpStatusCode.OK).Json;
        Assert.Equal((null, "ani@example.org"), ((string?)waiting["address"], (string?)waiting["unconfirmed"]));
        (await client.TellAsync(Path + "/confirmation", """{"code":"1"}""")).IsProblem(HttpStatusCode.UnprocessableEntity, "codeWrong");
        (await client.TellAsync(Path + "/code", "")).Is(HttpStatusCode.OK);
        var told = (await client.TellAsync(Path + "/confirmation", $$"""{"code":"{{CodeIn(post)}}"}""")).Is(HttpStatusCode.OK).Json;
        Assert.Equal("ani@example.org", (string?)told["address"]);
        Assert.Equal(told.ToJsonString(), (await client.AskAsync(Path)).Json.ToJsonString());
        Assert.Equal(["reminder", "publication"], told["choice"]!["kinds"]!.AsArray().Select(kind => (string)kind!));

        (await client.DropAsync(Path)).Is(HttpStatusCode.OK);
        Assert.Null((await client.AskAsync(Path)).Json["address"]);
        (await client.DropAsync(Path)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_what_another_chose()
    {
        var post = new PostBox();
        await using var desk = await WebDesk.OpenAsync(post: post);
        (await desk.Client(Role.Reviewer).PutAsync(Path, Choice)).Is(HttpStatusCode.OK);
        var other = desk.Client(Role.Editor, "Budi");
        Assert.DoesNotContain("ani@", (await other.AskAsync(Path)).Body, StringComparison.Ordinal);
        (await other.TellAsync(Path + "/confirmation", $$"""{"code":"{{CodeIn(post)}}"}""")).IsProblem(HttpStatusCode.NotFound, "nothingToConfirm");
        (await other.TellAsync(Path + "/code", "")).IsProblem(HttpStatusCode.NotFound, "nothingToConfirm");
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Client(Role.Submitter).AskAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Client().AskAsync(Path)).Status);
    }

    /// <summary>What is sent, the status, the code, the field.</summary>
    public static TheoryData<string, HttpStatusCode, string, string?> Wrong { get; } = new()
    {
        { "", HttpStatusCode.BadRequest, "bodyMalformed", null },
        { "{}", HttpStatusCode.BadRequest, "bodyMalformed", null },
        { """{"choice":{"kinds":["gossip"]}}""", HttpStatusCode.BadRequest, "bodyMalformed", "/choice/kinds/0" },
        { """{"choice":{"kinds":[],"when":1}}""", HttpStatusCode.BadRequest, "bodyMalformed", "/choice/when" },
        { """{"choice":{"kinds":[],"every":1}}""", HttpStatusCode.BadRequest, "bodyMalformed", "/choice/every" },
        { """{"choice":{"kinds":[],"hour":24}}""", HttpStatusCode.UnprocessableEntity, "hourOutOfRange", "/hour" },
        { """{"choice":{"kinds":[],"everyHours":5}}""", HttpStatusCode.UnprocessableEntity, "hoursOutOfRange", "/everyHours" },
        { """{"choice":{"kinds":[],"timeZone":"Mars/Olympus"}}""", HttpStatusCode.UnprocessableEntity, "timeZoneUnknown", "/timeZone" },
        { """{"choice":{"kinds":[],"timeZone":"../../etc/passwd"}}""", HttpStatusCode.UnprocessableEntity, "timeZoneUnknown", "/timeZone" },
        { """{"choice":{"kinds":[]},"address":"a@b.org\r\nBcc: c@d.org"}""", HttpStatusCode.UnprocessableEntity, "addressInvalid", "/address" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_said_with_its_field(string body, HttpStatusCode status, string code, string? field)
    {
        var post = new PostBox();
        await using var desk = await WebDesk.OpenAsync(post: post);
        var refused = (await desk.Client(Role.Reviewer).PutAsync(Path, body)).IsProblem(status, code);
        if (field is not null) Assert.Equal(field, (string?)refused.Json["field"]);
        Assert.Empty(post.Mails);
    }

    [Fact]
    public async Task Codes_are_not_sent_without_end_and_a_mail_server_that_is_down_is_said()
    {
        var post = new PostBox { Answers = _ => new Posted.Failed("the mail server answered 421") };
        await using var desk = await WebDesk.OpenAsync(post: post);
        var client = desk.Client(Role.Reviewer);
        for (var n = 0; n < 5; n++) (await client.PutAsync(Path, Choice)).IsProblem(HttpStatusCode.ServiceUnavailable, "mailUnavailable");
        (await client.PutAsync(Path, Choice)).IsProblem(HttpStatusCode.TooManyRequests, "tooManyCodes");
    }

    [Fact]
    public async Task An_operator_sees_retries_and_discards_what_could_not_be_delivered()
    {
        var post = new PostBox();
        await using var desk = await WebDesk.OpenAsync(post: post);
        var ani = desk.Client(Role.Reviewer);
        (await ani.PutAsync(Path, Choice.Replace("everyHours\",", "atOnce\",", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        (await ani.TellAsync(Path + "/confirmation", $$"""{"code":"{{CodeIn(post)}}"}""")).Is(HttpStatusCode.OK);
        post.Answers = _ => new Posted.Refused("the mail server refused it (550)");
        await desk.PublishAsync(Samples.Harbour);
        await desk.Mediator.Send(new SendNotices(), TestContext.Current.CancellationToken);

        var client = desk.Client(Role.Operator);
        var failed = (await client.AskAsync("/api/notices/failed")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("ani@", failed.Body, StringComparison.Ordinal);
        var one = failed.Json["items"]!.AsArray().Single()!;
        Assert.Equal(("publication", "the mail server refused it (550)"), ((string?)one["kind"], (string?)one["problem"]));
        Assert.StartsWith("person-r-", (string?)one["receiver"]);
        (await client.TellAsync($"/api/notices/failed/{one["id"]}/retry", "")).Is(HttpStatusCode.OK);
        (await client.DropAsync($"/api/notices/failed/{one["id"]}")).IsProblem(HttpStatusCode.NotFound, "noticeNotFound");
        await desk.Mediator.Send(new SendNotices(), TestContext.Current.CancellationToken);
        (await client.DropAsync($"/api/notices/failed/{one["id"]}")).Is(HttpStatusCode.OK);
        Assert.Empty((await client.AskAsync("/api/notices/failed")).Json["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await ani.AskAsync("/api/notices/failed")).Status);
        (await client.DropAsync("/api/notices/failed/..%2F..%2Fcontacts")).IsProblem(HttpStatusCode.NotFound, "noticeNotFound");
    }
}
