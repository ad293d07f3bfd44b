using System.Net;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Verify.Testing.Blobs;
using Verify.Web.SignIn;
using Verify.Web.Tests.Desk;
using static Verify.Web.Tests.SignIn.EntraDirectory;

namespace Verify.Web.Tests.SignIn;

/// <summary>A desk behind a platform that signs people in.</summary>
public sealed class EntraDeskTests : IAsyncLifetime
{
    const string Forwarded = "X-MS-TOKEN-AAD-ID-TOKEN";

    readonly MemoryBlobs store = new();
    EntraDirectory directory = null!;
    WebDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        directory = await EntraDirectory.OpenAsync();
        desk = await directory.DeskAsync(store);
    }

    string Token(params string[] roles) => directory.Key.Sign(IdToken(roles));

    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", null, false)]
    [InlineData("none", null, false)]
    [InlineData(null, "{self}", true)]
    [InlineData(null, "https://elsewhere.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, false)]
    public async Task A_change_that_the_platform_s_cookie_brings_must_come_from_the_desk_s_own_page(string? site, string? origin, bool isAllowed)
    {
        var headers = new List<(string, string)> { (Forwarded, Token("reviewer")), ("X-Forwarded-Host", "elsewhere.example") };
        if (site is not null) headers.Add(("Sec-Fetch-Site", site));
        if (origin is not null) headers.Add(("Origin", origin == "{self}" ? desk.Address : origin));
        var answer = await desk.Client().TellAsync("/api/articles?lang=id", "Pasar ramai.", "text/plain", [.. headers]);
        if (isAllowed) answer.Is(HttpStatusCode.Accepted);
        else answer.IsProblem(HttpStatusCode.Forbidden, "crossSite");
    }

    [Fact]
    public async Task A_program_needs_no_such_proof() =>
        (await desk.Client().TellAsync("/api/articles?lang=id", "Pasar ramai.", "text/plain", ("Authorization", $"Bearer {Token("submitter")}"))).Is(HttpStatusCode.Accepted);

    [Fact]
    public async Task Of_a_program_s_token_and_a_forwarded_one_the_program_s_counts_and_nothing_falls_back()
    {
        var program = directory.Key.Sign(FirstToken("submitter"));
        var session = await desk.Client().AskAsync("/api/session", ("Authorization", $"Bearer {program}"), (Forwarded, Token("editor")));
        Assert.Equal("submitter", (string?)session.Is(HttpStatusCode.OK).Json["role"]);
        // A refused one is not helped by the other: else a page elsewhere could send one to be spared the question where it comes from.
        (await desk.Client().TellAsync("/api/articles?lang=id", "Pasar ramai.", "text/plain", ("Authorization", "Bearer x"), (Forwarded, Token("editor")), ("Sec-Fetch-Site", "cross-site")))
            .IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
        // On a page there are no programs.
        (await desk.Client().AskAsync("/", ("Authorization", $"Bearer {program}"), (Forwarded, Token("editor")))).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    [Fact]
    public async Task Another_way_of_authorization_leaves_the_forwarded_token_its_place() =>
        (await desk.Client().AskAsync("/api/session", ("Authorization", "Basic eDp5"), (Forwarded, Token("editor")))).Is(HttpStatusCode.OK);

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/records", "/records")]
    [InlineData("/articles", "/articles")]
    [InlineData("/anything/else", "/anything/else")]
    [InlineData("/records?cursor=x", "/records")]
    [InlineData("/sign-in?token=secret", "/sign-in")]
    [InlineData("//elsewhere.example/x", "/")]
    [InlineData("/%5Celsewhere.example", "/")]
    [InlineData("/a%0d%0aSet-Cookie:x", "/a\r\nSet-Cookie:x")]
    public async Task Who_asks_for_a_page_is_sent_to_sign_in_and_comes_back_to_it(string path, string back)
    {
        // Sent by hand where the client would tidy the address.
        var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nX-Forwarded-Host: elsewhere.example\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 302 ", answer, StringComparison.Ordinal);
        var location = answer.Split("\r\n").Single(line => line.StartsWith("Location: ", StringComparison.Ordinal))["Location: ".Length..];
        Assert.Equal($"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(back)}", location);
        Assert.DoesNotContain("Set-Cookie", answer.Replace(location, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_is_over_begins_again_and_one_that_is_refused_does_not_go_round_in_circles()
    {
        var over = IdToken("reviewer");
        over["exp"] = Seconds(-3);
        Assert.Equal(HttpStatusCode.Found, (await desk.Client().AskAsync("/", ("Accept", "text/html"), (Forwarded, directory.Key.Sign(over)))).Status);
        var other = IdToken("reviewer");
        other["aud"] = "99999999-cccc-dddd-eeee-ffff00001111";
        var page = await desk.Client().AskAsync("/", ("Accept", "text/html"), (Forwarded, directory.Key.Sign(other)));
        Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (page.Status, page.Content.ContentType?.MediaType));
        Assert.Contains("does not accept", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_signed_in_is_told_where_tokens_come_from()
    {
        var answer = (await desk.Client().AskAsync("/api/stats", ("Accept", "text/html"))).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
        Assert.Contains($"api://{Client}", answer.Detail, StringComparison.Ordinal);
        Assert.Equal(("/.auth/login/aad", "Bearer"), ((string?)answer.Json["signIn"], answer.Headers.WwwAuthenticate.ToString()));
    }

    [Fact]
    public async Task Signing_out_goes_to_the_platform()
    {
        var answer = await Answered.SendAsync(desk.Client(), HttpMethod.Post, "/sign-out", null, (Forwarded, Token("reviewer")), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal((HttpStatusCode.Found, "/.auth/logout"), (answer.Status, answer.Headers.Location?.ToString()));
        (await Answered.SendAsync(desk.Client(), HttpMethod.Post, "/sign-out", null, (Forwarded, Token("reviewer")), ("Sec-Fetch-Site", "cross-site"))).IsProblem(HttpStatusCode.Forbidden, "crossSite");
    }

    [Fact]
    public async Task There_are_no_sign_in_links_and_no_keys_of_them()
    {
        Assert.Null(desk.Services.GetService<SignInLinks>());
        Assert.Null(desk.Services.GetService<IDataProtectionProvider>());
        (await desk.Client().AskAsync("/sign-in?token=x", (Forwarded, Token("reviewer")))).IsProblem(HttpStatusCode.NotFound, "noSuchRoute");
        await using var byLink = await WebDesk.OpenAsync();
        (await desk.Client().AskAsync("/api/stats", ("Authorization", $"Bearer {byLink.Links.Token("Ani", Workflow.Role.Editor, TimeSpan.FromHours(1))}"))).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
        // Nor does a desk that is opened by links believe a directory.
        (await byLink.Client().AskAsync("/api/stats", (Forwarded, Token("editor")))).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
        (await byLink.Client().AskAsync("/api/stats", ("Authorization", $"Bearer {Token("editor")}"))).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    [Fact]
    public async Task Nothing_that_is_kept_says_who_decided()
    {
        await desk.SeedAsync(Samples.Harbour);
        var claim = Samples.Harbour.Claim(0);
        const string approval = """{"id":"decision-1","judgement":"approve","verdict":{"rating":4},"note":"Counted."}""";
        (await desk.Client().TellAsync(
            $"/api/claims/{claim}/decisions", approval, headers: [("If-Match", $"\"{(await desk.ClaimAsync(claim)).Shown}\""), (Forwarded, Token("reviewer")), ("Sec-Fetch-Site", "same-origin")]))
            .Is(HttpStatusCode.OK);
        await desk.PassAsync(TimeSpan.FromSeconds(10));
        var record = await desk.RecordAsync((await desk.ClaimAsync(claim)).RecordId!);
        Assert.Matches("^r-[0-9a-f]{16}$", Assert.Single(record.Record.Decisions).By);
        await foreach (var name in store.ListAsync("", cancel: TestContext.Current.CancellationToken))
        {
            var text = name + Encoding.UTF8.GetString((await store.ReadAsync(name, TestContext.Current.CancellationToken))!.Content.Span);
            foreach (var trace in new[] { "Wijaya", "ani@desk", EntraDirectory.Ani, "pairwise", Tenant }) Assert.DoesNotContain(trace, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_host_name_that_a_proxy_claims_is_no_host_name_of_the_desk()
    {
        (await desk.Client().AskAsync("/health", ("Host", "rebound.example"), ("X-Forwarded-Host", "127.0.0.1"), ("X-Original-Host", "127.0.0.1"), ("Forwarded", "host=127.0.0.1")))
            .IsProblem(HttpStatusCode.BadRequest, "hostNotAllowed");
        (await desk.Client().AskAsync("/health", ("X-Forwarded-Host", "rebound.example"))).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_document_says_what_a_program_sends() =>
        Assert.Contains($"api://{Client}", (await desk.Client().AskAsync("/openapi/v1.json")).Json["components"]!["securitySchemes"]!.ToJsonString(), StringComparison.Ordinal);

    async Task<string> RawAsync(string request)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync("127.0.0.1", new Uri(desk.Address).Port, cancel);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), cancel);
        using var reader = new StreamReader(socket.GetStream());
        return await reader.ReadToEndAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await directory.DisposeAsync();
    }
}
