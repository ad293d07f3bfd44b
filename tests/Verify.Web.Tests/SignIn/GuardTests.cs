using System.Net;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.SignIn;

public sealed class GuardTests
{
    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("same-origin", "https://elsewhere.example", true)] // the browser's own word comes first
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", null, false)]
    [InlineData("none", null, false)]
    [InlineData(null, "{self}", true)]
    [InlineData(null, "https://elsewhere.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, false)]
    public async Task A_change_that_comes_with_a_cookie_must_come_from_the_desk_s_own_page(string? site, string? origin, bool isAllowed)
    {
        await using var desk = await WebDesk.OpenAsync();
        var headers = new List<(string, string)>();
        if (site is not null) headers.Add(("Sec-Fetch-Site", site));
        if (origin is not null) headers.Add(("Origin", origin == "{self}" ? desk.Address : origin));
        var answer = await (await desk.BrowserAsync(Role.Reviewer)).TellAsync("/api/articles?lang=id", "Pasar ramai.", "text/plain", [.. headers]);
        if (isAllowed) answer.Is(HttpStatusCode.Accepted);
        else answer.IsProblem(HttpStatusCode.Forbidden, "crossSite");
    }

    [Fact]
    public async Task A_program_s_token_is_sent_by_no_other_site()
    {
        await using var desk = await WebDesk.OpenAsync();
        (await desk.Client(Role.Submitter).TellAsync("/api/articles?lang=id", "Pasar ramai.", "text/plain", ("Sec-Fetch-Site", "cross-site"))).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Reading_needs_no_such_proof()
    {
        await using var desk = await WebDesk.OpenAsync();
        (await (await desk.BrowserAsync(Role.Reviewer)).AskAsync("/api/stats", ("Sec-Fetch-Site", "cross-site"))).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("127.0.0.1:80", true)]
    [InlineData("localhost:5080", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("rebound.example", false)]
    [InlineData("127.0.0.1.rebound.example", false)]
    public async Task A_desk_answers_to_the_names_of_this_machine_only(string host, bool isAnswered)
    {
        await using var desk = await WebDesk.OpenAsync();
        var answer = await desk.Client().AskAsync("/health", ("Host", host));
        if (isAnswered) answer.Is(HttpStatusCode.OK);
        else answer.IsProblem(HttpStatusCode.BadRequest, "hostNotAllowed");
    }

    [Fact]
    public async Task A_desk_answers_to_names_that_it_was_given()
    {
        await using var desk = await WebDesk.OpenAsync(change: options => options with { AllowedHosts = ["*.desk.example"] });
        (await desk.Client().AskAsync("/health", ("Host", "id.desk.example"))).Is(HttpStatusCode.OK);
        (await desk.Client().AskAsync("/health")).IsProblem(HttpStatusCode.BadRequest, "hostNotAllowed");
    }
}
