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
    bool ownsDesk = true;

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
        string path = "/", bool bypassPolicy = false, FakeFetcher? web = null, PostBox? post = null)
    {
        var desk = await WebDesk.OpenAsync(web: web, post: post);
        foreach (var article in articles ?? [Samples.Harbour]) await desk.SeedAsync(article);
        var reviewing = await AtAsync(chromium, desk, scheme, locale, bypassPolicy);
        await reviewing.SignInAsync(role);
        if (path != "/") await reviewing.Page.GotoAsync(desk.Address + path);
        return reviewing;
    }

    /// <summary>Another person at the same desk.</summary>
    public async Task<Reviewing> BesideAsync(Chromium chromium, string name, Role role = Role.Reviewer)
    {
        var other = await AtAsync(chromium, Desk);
        other.ownsDesk = false;
        await other.SignInAsync(role, name);
        return other;
    }

    static async Task<Reviewing> AtAsync(Chromium chromium, WebDesk desk, ColorScheme scheme = ColorScheme.Light, string locale = "en", bool bypassPolicy = false)
    {
        var browser = chromium.Running();
        var context = await browser.NewContextAsync(new() { ColorScheme = scheme, Locale = locale, ViewportSize = new() { Width = 1440, Height = 900 }, BypassCSP = bypassPolicy });
        var page = await context.NewPageAsync();
        var reviewing = new Reviewing(desk, context, page);
        page.Console += (_, message) => reviewing.Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => reviewing.Note(true, error);
        await page.Clock.SetFixedTimeAsync(WebDesk.Morning.AddMinutes(5).UtcDateTime);
        return reviewing;
    }

    public Task SignInAsync(Role role, string name = "Ani") => Page.GotoAsync(Desk.Address + SignInLinks.Path(Desk.Links.Token(name, role, TimeSpan.FromHours(1))));

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
        if (ownsDesk) await Desk.DisposeAsync();
        Assert.DoesNotContain(complaints, complaint => !Expected.Any(part => complaint.Contains(part, StringComparison.Ordinal)));
    }
}
