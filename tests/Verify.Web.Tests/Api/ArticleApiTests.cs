using System.Net;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.Api;

public sealed class ArticleApiTests
{
    const string Text = "Pasar Weru ramai sejak pagi. Para pedagang senang.";

    [Fact]
    public async Task A_new_article_is_accepted_and_the_same_bytes_again_are_the_same_article()
    {
        await using var desk = await WebDesk.OpenAsync();
        var client = desk.Client(Role.Submitter);
        var first = (await client.TellAsync("/api/articles?lang=id", Text, "text/plain")).Is(HttpStatusCode.Accepted);
        var id = ArticleId.Of(System.Text.Encoding.UTF8.GetBytes(Text));
        Assert.Equal($"/api/articles/{id}", first.Headers.Location?.ToString());
        Assert.Equal((id.Value, false), ((string?)first.Json["id"], (bool)first.Json["isKnown"]!));

        var again = (await client.TellAsync("/api/articles?lang=id", Text, "text/plain")).Is(HttpStatusCode.OK);
        Assert.Equal(first.Headers.Location, again.Headers.Location);

        var article = (await client.AskAsync($"/api/articles/{id}")).Is(HttpStatusCode.OK);
        Assert.Equal(Text, (string?)article.Json["text"]);
        Assert.Equal(id.Value, (string?)(await client.AskAsync("/api/articles")).Json["items"]![0]!["id"]);
    }

    [Fact]
    public async Task An_article_with_a_figure_puts_a_claim_into_the_queue()
    {
        await using var desk = await WebDesk.OpenAsync();
        var client = desk.Client(Role.Reviewer);
        (await client.TellAsync("/api/articles?lang=id", "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.", "text/plain")).Is(HttpStatusCode.Accepted);
        var entry = Assert.Single((await client.AskAsync("/api/claims")).Json["items"]!.AsArray())!;
        Assert.Equal("lebih dari 40 jembatan", (string?)entry["figure"]);
        Assert.Equal(">", (string?)(await client.AskAsync($"/api/claims/{entry["id"]}")).Json["reading"]!["quantities"]![0]!["relation"]);
    }

    [Fact]
    public async Task The_name_of_a_file_tells_its_format_where_the_media_type_does_not()
    {
        await using var desk = await WebDesk.OpenAsync();
        var body = Requests.Text("<html><head><title>Pasar</title></head><body><article><p>Pasar Weru ramai sejak pagi hari ini, kata para pedagang.</p></article></body></html>", "application/octet-stream");
        body.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"C:\\temp\\pasar.html\"");
        var answer = await Answered.SendAsync(desk.Client(Role.Submitter), HttpMethod.Post, "/api/articles", body);
        Assert.Equal("html", (string?)(await desk.Client(Role.Submitter).AskAsync(answer.Headers.Location!.ToString())).Json["summary"]!["format"]);
    }

    [Fact]
    public async Task A_form_with_one_file_is_an_article()
    {
        await using var desk = await WebDesk.OpenAsync();
        using var form = new MultipartFormDataContent { { Requests.Text(Text, "text/plain"), "file", "pasar.txt" }, { new StringContent("id"), "lang" } };
        var answer = await Answered.SendAsync(desk.Client(Role.Reviewer), HttpMethod.Post, "/api/articles", form);
        Assert.Equal(Text, (string?)(await desk.Client(Role.Reviewer).AskAsync(answer.Is(HttpStatusCode.Accepted).Headers.Location!.ToString())).Json["text"]);
    }

    [Fact]
    public async Task A_form_with_two_files_is_refused()
    {
        await using var desk = await WebDesk.OpenAsync();
        using var form = new MultipartFormDataContent { { Requests.Text(Text, "text/plain"), "file", "a.txt" }, { Requests.Text(Text, "text/plain"), "file", "b.txt" } };
        (await Answered.SendAsync(desk.Client(Role.Reviewer), HttpMethod.Post, "/api/articles", form)).IsProblem(HttpStatusCode.BadRequest, "oneFile");
    }

    [Fact]
    public async Task A_form_that_ends_in_its_middle_is_refused()
    {
        await using var desk = await WebDesk.OpenAsync();
        var answer = await desk.Client(Role.Reviewer).TellAsync("/api/articles", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhalf", "multipart/form-data; boundary=x");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Code);
    }

    [Theory]
    [InlineData("", "text/plain", HttpStatusCode.BadRequest, "empty")]
    [InlineData("{\"body\":1}", "application/json", HttpStatusCode.BadRequest, "wrongShape")]
    [InlineData("%PDF-1.7 …", "application/pdf", HttpStatusCode.UnsupportedMediaType, "unsupportedFormat")]
    public async Task What_no_reader_reads_is_refused_in_the_reader_s_own_words(string body, string type, HttpStatusCode status, string code)
    {
        await using var desk = await WebDesk.OpenAsync();
        (await desk.Client(Role.Submitter).TellAsync("/api/articles", body, type)).IsProblem(status, code);
    }

    [Theory]
    [InlineData(10 * 1024 * 1024 + 1, "tooLarge")]
    [InlineData(11 * 1024 * 1024, "bodyTooLarge")]
    public async Task A_body_that_is_too_large_is_refused_by_the_reader_where_it_can_and_else_by_the_desk(int bytes, string code)
    {
        await using var desk = await WebDesk.OpenAsync();
        (await desk.Client(Role.Submitter).TellAsync("/api/articles", new string('a', bytes), "text/plain")).IsProblem(HttpStatusCode.RequestEntityTooLarge, code);
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_is_read_no_further_than_the_limit()
    {
        await using var desk = await WebDesk.OpenAsync(change: options => options with { MostBodyBytes = 4096 });
        using var body = new StreamContent(new MemoryStream(new byte[64 * 1024]));
        (await Answered.SendAsync(desk.Client(Role.Submitter), HttpMethod.Post, "/api/articles", body, ("Transfer-Encoding", "chunked")))
            .IsProblem(HttpStatusCode.RequestEntityTooLarge, "bodyTooLarge");
    }

    [Theory]
    [InlineData("/api/articles/nothing", "articleNotFound")]
    [InlineData("/api/articles/0000000000000000000000000000000000000000000000000000000000000000", "articleNotFound")]
    [InlineData("/api/claims/nothing", "claimNotFound")]
    [InlineData("/api/records/nothing", "recordNotFound")]
    [InlineData("/api/nothing", "noSuchRoute")]
    [InlineData("/nothing", "noSuchRoute")]
    public async Task What_is_not_there_is_a_404_with_its_name(string path, string code)
    {
        await using var desk = await WebDesk.OpenAsync();
        var client = desk.Client(Role.Reviewer);
        if (!path.StartsWith("/api", StringComparison.Ordinal)) client = await desk.BrowserAsync(Role.Reviewer);
        (await client.AskAsync(path)).IsProblem(HttpStatusCode.NotFound, code);
    }

    [Theory]
    [InlineData("/api/articles?limit=abc", "limitOutOfRange", "limit")]
    [InlineData("/api/articles?limit=0", "limitOutOfRange", "limit")]
    [InlineData("/api/articles?limit=201", "limitOutOfRange", "limit")]
    [InlineData("/api/articles?limit=-1", "limitOutOfRange", "limit")]
    [InlineData("/api/articles?cursor=..%2F", "cursorInvalid", "cursor")]
    [InlineData("/api/claims?state=closed", "stateUnknown", "state")]
    [InlineData("/api/claims?state=Open", "stateUnknown", "state")]
    [InlineData("/api/claims?state=0", "stateUnknown", "state")]
    [InlineData("/api/claims?minWorth=2", "worthOutOfRange", "minWorth")]
    [InlineData("/api/claims?minWorth=0,5", "worthOutOfRange", "minWorth")]
    [InlineData("/api/claims?minWorth=NaN", "worthOutOfRange", "minWorth")]
    [InlineData("/api/records?limit=99999999999999999999", "limitOutOfRange", "limit")]
    [InlineData("/api/records/export?format=xml", "formatUnknown", "format")]
    [InlineData("/api/records/export", "formatUnknown", "format")]
    public async Task A_parameter_that_cannot_be_read_is_refused_by_its_name(string path, string code, string field)
    {
        await using var desk = await WebDesk.OpenAsync();
        Assert.Equal(field, (string?)(await desk.Client(Role.Reviewer).AskAsync(path)).IsProblem(HttpStatusCode.BadRequest, code).Json["field"]);
    }

    [Theory]
    [InlineData("PUT", "/api/articles", "GET, POST")]
    [InlineData("POST", "/api/stats", "GET")]
    [InlineData("DELETE", "/api/records/x", "GET")]
    public async Task A_method_that_a_route_does_not_take_is_refused_with_those_it_takes(string method, string path, string takes)
    {
        await using var desk = await WebDesk.OpenAsync();
        var answer = (await Answered.SendAsync(desk.Client(Role.Reviewer), new(method), path)).IsProblem(HttpStatusCode.MethodNotAllowed, "methodNotAllowed");
        Assert.Equal(takes, string.Join(", ", answer.Content.Allow));
    }
}
