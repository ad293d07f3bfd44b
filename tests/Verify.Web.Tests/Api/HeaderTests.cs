using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.Api;

public sealed class HeaderTests
{
    static readonly Dictionary<string, string> Everywhere = new()
    {
        ["Content-Security-Policy"] =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'",
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    [Theory]
    [InlineData("/", true)]
    [InlineData("/", false)]
    [InlineData("/sign-in?token=x", false)]
    [InlineData("/health", false)]
    [InlineData("/openapi/v1.json", false)]
    [InlineData("/api/stats", true)]
    [InlineData("/api/stats", false)]
    [InlineData("/api/nothing", true)]
    [InlineData("/api/claims?limit=x", true)]
    [InlineData("/assets/any/public/base.css", false)]
    public async Task Every_answer_carries_the_headers_that_guard_it(string path, bool isSignedIn)
    {
        await using var desk = await WebDesk.OpenAsync();
        var answer = await (isSignedIn ? await desk.BrowserAsync(Role.Reviewer) : desk.Client()).AskAsync(path);
        Assert.Equal(Everywhere, Everywhere.Keys.ToDictionary(name => name, name => string.Join("|", answer.Headers.GetValues(name))));
    }

    [Theory]
    [InlineData("/api/stats", "no-store")]
    [InlineData("/api/claims", "no-store")]
    [InlineData("/api/session", "no-store")]
    [InlineData("/", "no-cache")]
    public async Task What_changes_is_kept_by_nobody(string path, string expected)
    {
        await using var desk = await WebDesk.OpenAsync();
        Assert.Equal(expected, (await (await desk.BrowserAsync(Role.Reviewer)).AskAsync(path)).Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Files_of_the_page_are_kept_for_ever_under_the_name_of_their_version_and_not_under_another()
    {
        await using var desk = await WebDesk.OpenAsync();
        var browser = await desk.BrowserAsync(Role.Reviewer);
        var html = (await browser.AskAsync("/")).Body;
        var script = html.Split('"').Single(part => part.EndsWith("/scripts/review.js", StringComparison.Ordinal));
        Assert.Equal("max-age=31536000, private, immutable", Sorted((await browser.AskAsync(script)).Headers.CacheControl!.ToString()));
        Assert.Equal("no-store", (await browser.AskAsync("/assets/older/scripts/review.js")).Headers.CacheControl?.ToString());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.AskAsync("/assets/older/scripts/none.js")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.AskAsync("/assets/older/index.html")).Status);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        await using var desk = await WebDesk.OpenAsync();
        var browser = await desk.BrowserAsync(Role.Reviewer);
        var first = await browser.AskAsync("/");
        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await browser.AskAsync("/", ("If-None-Match", first.Headers.ETag!.Tag))).Status);
    }

    static string Sorted(string cacheControl) =>
        cacheControl.Contains("immutable", StringComparison.Ordinal) ? "max-age=31536000, private, immutable" : cacheControl;
}
