using Microsoft.Playwright;
using Verify.Testing.Workflow;
using Verify.Web.SignIn;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.Browser;

/// <summary>A person at the page of a desk. Anything the browser complains about (an error, a violated policy) fails the test at the end.</summary>
sealed class Reviewing : IAsyncDisposable
{
    readonly IBrowserContext context;
    readonly List<string> complaints = [];

    Reviewing(WebDesk desk, IBrowserContext context, IPage page)
    {
        Desk = desk;
        this.context = context;
        Page = page;
    }

    public WebDesk Desk { get; }

    public IPage Page { get; }

    /// <summary>Complaints that the test expects, by a part of their text: a refused request is one in the browser's eyes.</summary>
    public HashSet<string> Expected { get; } = [];

    public static async Task<Reviewing> OpenAsync(
        Chromium chromium, IEnumerable<SeededArticle>? articles = null, Role role = Role.Reviewer, ColorScheme scheme = ColorScheme.Light, string locale = "en",
        string path = "/", bool bypassPolicy = false, FakeFetcher? web = null)
    {
        var browser = chromium.Running();
        var desk = await WebDesk.OpenAsync(web: web);
        foreach (var article in articles ?? [Samples.Harbour]) await desk.SeedAsync(article);
        var context = await browser.NewContextAsync(new() { ColorScheme = scheme, Locale = locale, ViewportSize = new() { Width = 1440, Height = 900 }, BypassCSP = bypassPolicy });
        var page = await context.NewPageAsync();
        var reviewing = new Reviewing(desk, context, page);
        page.Console += (_, message) => reviewing.Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => reviewing.Note(true, error);
        await page.Clock.SetFixedTimeAsync(WebDesk.Morning.AddMinutes(5).UtcDateTime);
        await reviewing.SignInAsync(role);
        if (path != "/") await page.GotoAsync(desk.Address + path);
        return reviewing;
    }

    public Task SignInAsync(Role role) => Page.GotoAsync(Desk.Address + SignInLinks.Path(Desk.Links.Token("Ani", role, TimeSpan.FromHours(1))));

    public ILocator Queue => Page.Locator(".entries [role=option]");

    public ILocator Figure => Page.Locator(".statement .figure");

    public ILocator Bars => Page.Locator("#bars");

    public Task SeeAsync(ILocator locator, string text) => Assertions.Expect(locator).ToContainTextAsync(text);

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys) await Page.Keyboard.PressAsync(key);
    }

    public Task TypeAsync(string text) => Page.Keyboard.TypeAsync(text);

    void Note(bool isComplaint, string text)
    {
        if (isComplaint) complaints.Add(text);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await Desk.DisposeAsync();
        Assert.DoesNotContain(complaints, complaint => !Expected.Any(part => complaint.Contains(part, StringComparison.Ordinal)));
    }
}
