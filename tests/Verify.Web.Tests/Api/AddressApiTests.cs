using System.Net;
using System.Text;
using Verify.Testing.Workflow;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using Verify.Workflow.Ports;
using Verify.Workflow.Submissions;
using static Verify.Testing.Workflow.SubmittedAddresses;

namespace Verify.Web.Tests.Api;

/// <summary>An article by its address, over HTTP.</summary>
public sealed class AddressApiTests
{
    readonly FakeFetcher web = new();

    static Task<Answered> SendAsync(WebDesk desk, string address = Flood, string more = "", string query = "") =>
        desk.Client(Role.Submitter).TellAsync($"/api/articles{query}", $$"""{"url": "{{address}}"{{more}}}""");

    [Fact]
    public async Task A_page_is_fetched_within_the_request()
    {
        web.Answer(Flood, FloodPage);
        await using var desk = await WebDesk.OpenAsync(web: web);
        var id = ArticleId.Of(Encoding.UTF8.GetBytes(FloodText));
        var first = (await SendAsync(desk, more: ""","title": "Banjir" """)).Is(HttpStatusCode.Accepted);
        Assert.Equal($"/api/articles/{id}", first.Headers.Location?.ToString());
        Assert.Equal((id.Value, false), ((string?)first.Json["id"], (bool)first.Json["isKnown"]!));
        Assert.True((bool)(await SendAsync(desk)).Is(HttpStatusCode.OK).Json["isKnown"]!);

        var article = (await desk.Client(Role.Submitter).AskAsync(first.Headers.Location!.ToString())).Json;
        Assert.Equal((Flood, "Banjir"), ((string?)article["url"], (string?)article["summary"]!["title"]));
        Assert.Equal(("http", Flood), ((string?)article["summary"]!["sources"]![0]!["door"], (string?)article["summary"]!["sources"]![0]!["address"]));
        Assert.StartsWith("r-", (string?)article["summary"]!["sources"]![0]!["name"]);
    }

    [Fact]
    public async Task The_language_in_the_query_is_the_language_of_the_page()
    {
        web.Page(Flood, "Pasar Weru ramai sejak pagi.");
        await using var desk = await WebDesk.OpenAsync(web: web);
        var taken = await SendAsync(desk, query: "?lang=en");
        Assert.Equal("en", (string?)(await desk.Client(Role.Submitter).AskAsync(taken.Headers.Location!.ToString())).Json["summary"]!["language"]);
    }

    [Fact]
    public async Task A_page_that_does_not_answer_now_is_followed_at_its_submission()
    {
        web.Answer(Flood, Down(), FloodPage);
        await using var desk = await WebDesk.OpenAsync(web: web);
        var waiting = (await SendAsync(desk)).Is(HttpStatusCode.Accepted);
        var place = waiting.Headers.Location!.ToString();
        Assert.Equal($"/api/submissions/{(string?)waiting.Json["id"]}", place);
        Assert.Equal(("waiting", "addressUnavailable"), ((string?)waiting.Json["state"], (string?)waiting.Json["problem"]!["code"]));
        Assert.Equal(waiting.Body, (await desk.Client(Role.Reviewer).AskAsync(place)).Is(HttpStatusCode.OK).Body);

        await desk.PassAsync(TimeSpan.FromMinutes(1));
        await desk.Mediator.Send(new SweepSubmissions(), TestContext.Current.CancellationToken);
        var done = (await desk.Client(Role.Submitter).AskAsync(place)).Json;
        Assert.Equal("done", (string?)done["state"]);
        (await desk.Client(Role.Submitter).AskAsync($"/api/articles/{(string?)done["article"]}")).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("addressMalformed", HttpStatusCode.BadRequest)]
    [InlineData("addressNotHttps", HttpStatusCode.UnprocessableEntity)]
    [InlineData("addressNotPublic", HttpStatusCode.UnprocessableEntity)]
    [InlineData("addressNotFound", HttpStatusCode.UnprocessableEntity)]
    [InlineData("addressTooLarge", HttpStatusCode.UnprocessableEntity)]
    [InlineData("tooManyRedirects", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_wrong_with_an_address_is_a_problem_of_its_field(string code, HttpStatusCode status)
    {
        web.Answer(Flood, new Fetched.Refused(new InputProblem(code, "Send another.")));
        await using var desk = await WebDesk.OpenAsync(web: web);
        var problem = (await SendAsync(desk)).IsProblem(status, code);
        Assert.Equal(("/url", "Send another."), ((string?)problem.Json["field"], problem.Detail));
    }

    [Theory]
    [InlineData("ftp://kabar.example/a")]
    [InlineData("https://ani:rahasia@kabar.example/a")]
    [InlineData("kabar.example/a")]
    public async Task What_is_no_address_of_a_page_is_not_even_asked_for(string address)
    {
        await using var desk = await WebDesk.OpenAsync(web: web);
        Assert.Equal("/url", (string?)(await SendAsync(desk, address)).IsProblem(HttpStatusCode.BadRequest, "wrongShape").Json["field"]);
        Assert.Empty(web.Asked);
    }

    [Fact]
    public async Task An_address_beside_a_text_is_kept_and_not_fetched()
    {
        await using var desk = await WebDesk.OpenAsync(web: web);
        var taken = (await SendAsync(desk, more: ""","text": "Pasar Weru ramai." """)).Is(HttpStatusCode.Accepted);
        var article = (await desk.Client(Role.Submitter).AskAsync(taken.Headers.Location!.ToString())).Json;
        Assert.Equal((Flood, "Pasar Weru ramai."), ((string?)article["url"], (string?)article["text"]));
        Assert.Empty(web.Asked);
    }

    [Theory]
    [InlineData("/api/submissions/nothing")]
    [InlineData("/api/submissions/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/api/submissions/..%2Fjournals")]
    public async Task A_submission_that_is_not_there_is_a_404(string path)
    {
        await using var desk = await WebDesk.OpenAsync(web: web);
        (await desk.Client(Role.Submitter).AskAsync(path)).IsProblem(HttpStatusCode.NotFound, "submissionNotFound");
    }

    [Fact]
    public async Task An_operator_sends_nothing_and_nobody_sees_a_submission_unsigned()
    {
        await using var desk = await WebDesk.OpenAsync(web: web);
        (await desk.Client(Role.Operator).TellAsync("/api/articles", $$"""{"url": "{{Flood}}"}""")).IsProblem(HttpStatusCode.Forbidden, "roleMayNot");
        (await desk.Client().AskAsync("/api/submissions/x")).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
        Assert.Empty(web.Asked);
    }
}
