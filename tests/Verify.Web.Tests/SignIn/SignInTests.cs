using System.Net;
using Verify.Web.SignIn;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.SignIn;

public sealed class SignInTests
{
    [Fact]
    public async Task A_link_sets_a_cookie_that_scripts_cannot_read_and_leaves_its_token_behind()
    {
        await using var desk = await WebDesk.OpenAsync();
        var answer = await desk.Client().AskAsync(SignInLinks.Path(desk.Links.Token("Ani", Role.Reviewer, TimeSpan.FromHours(1))));
        Assert.Equal((HttpStatusCode.Found, "/", ""), (answer.Status, answer.Headers.Location?.ToString(), answer.Body));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("verify-session=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_link_can_be_opened_again_until_its_time_is_over()
    {
        await using var desk = await WebDesk.OpenAsync();
        var path = SignInLinks.Path(desk.Links.Token("Ani", Role.Reviewer, TimeSpan.FromHours(1)));
        Assert.Equal(HttpStatusCode.Found, (await desk.Client().AskAsync(path)).Status);
        desk.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.Found, (await desk.Client().AskAsync(path)).Status);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var over = await desk.Client().AskAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, over.Status);
        Assert.Contains("no longer works", over.Body, StringComparison.Ordinal);
        Assert.False(over.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("!!!")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAACBySNYGDigljYuhUEm69oG")]
    public async Task A_token_of_nobody_signs_nobody_in(string token)
    {
        await using var desk = await WebDesk.OpenAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Client().AskAsync($"/sign-in?token={token}")).Status);
        (await desk.Client().AskAsync("/api/stats", ("Authorization", $"Bearer {token}"))).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    [Fact]
    public async Task A_token_of_another_desk_signs_nobody_in()
    {
        await using var desk = await WebDesk.OpenAsync();
        await using var other = await WebDesk.OpenAsync();
        (await desk.Client().AskAsync("/api/stats", ("Authorization", $"Bearer {other.Links.Token("Ani", Role.Editor, TimeSpan.FromHours(1))}")))
            .IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_its_last_use()
    {
        await using var desk = await WebDesk.OpenAsync();
        var browser = await desk.BrowserAsync(Role.Reviewer);
        desk.Clock.Advance(TimeSpan.FromHours(11));
        (await browser.AskAsync("/api/stats")).Is(HttpStatusCode.OK);
        desk.Clock.Advance(TimeSpan.FromMinutes(61));
        (await browser.AskAsync("/api/stats")).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    [Fact]
    public async Task A_session_that_is_used_is_prolonged()
    {
        await using var desk = await WebDesk.OpenAsync();
        var browser = await desk.BrowserAsync(Role.Reviewer);
        desk.Clock.Advance(TimeSpan.FromHours(7));
        Assert.True((await browser.AskAsync("/api/stats")).Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Who_is_signed_in_is_told_by_name_role_and_pseudonym()
    {
        await using var desk = await WebDesk.OpenAsync();
        var session = (await (await desk.BrowserAsync(Role.Submitter, "Sari Dewi")).AskAsync("/api/session")).Json;
        Assert.Equal(("Sari Dewi", "submitter", true, false), ((string?)session["name"], (string?)session["role"], (bool)session["maySubmit"]!, (bool)session["mayDecide"]!));
        Assert.Matches("^r-[0-9a-f]{16}$", (string?)session["id"]);
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away()
    {
        await using var desk = await WebDesk.OpenAsync();
        var answer = await Answered.SendAsync(await desk.BrowserAsync(Role.Reviewer), HttpMethod.Post, "/sign-out", null, ("Sec-Fetch-Site", "same-origin"));
        Assert.Contains("expires=Thu, 01 Jan 1970", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Contains("signed out", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_a_page_that_says_so_and_is_sent_nowhere()
    {
        await using var desk = await WebDesk.OpenAsync();
        var client = desk.Client();
        foreach (var path in new[] { "/", "/records", "/articles", "/anything" })
        {
            var page = await client.AskAsync(path, ("Accept", "text/html"));
            Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (page.Status, page.Content.ContentType?.MediaType));
            Assert.Contains("sign-in link", page.Body, StringComparison.Ordinal);
            foreach (var asset in page.Body.Split('"').Where(part => part.StartsWith("/assets/", StringComparison.Ordinal)))
                (await client.AskAsync(asset)).Is(HttpStatusCode.OK);
        }
        (await client.AskAsync("/assets/any/scripts/review.js")).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
        (await client.AskAsync("/", ("Accept", "application/json"))).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    [Fact]
    public async Task A_person_who_mistypes_an_address_gets_a_page()
    {
        await using var desk = await WebDesk.OpenAsync();
        var page = await (await desk.BrowserAsync(Role.Reviewer)).AskAsync("/recrods", ("Accept", "text/html"));
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.Status, page.Content.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_bearer_token_opens_the_API_and_no_page()
    {
        await using var desk = await WebDesk.OpenAsync();
        var program = desk.Client(Role.Operator);
        (await program.AskAsync("/api/stats")).Is(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.AskAsync("/")).Status);
    }
}
