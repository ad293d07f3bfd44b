using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_page_has_no_serious_barrier(ColorScheme scheme, string path, string keys)
    {
        // The checker is a script that is put into the page, which the page's own policy rightly forbids.
        await using var desk = await Reviewing.OpenAsync(chromium, [Samples.Harbour, Samples.Library], scheme: scheme, path: path, bypassPolicy: true);
        if (path == "/") await desk.SeeAsync(desk.Figure, "500");
        foreach (var key in keys.Split(' ', StringSplitOptions.RemoveEmptyEntries)) await desk.PressAsync(key);
        await HasNoneAsync(desk.Page);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_claim_with_names_has_no_serious_barrier(ColorScheme scheme)
    {
        await using var desk = await Reviewing.OpenAsync(chromium, [Samples.Named], scheme: scheme, bypassPolicy: true);
        await desk.Page.Locator($"[id='claim-{Samples.Named.Claim(0)}']").ClickAsync();
        await desk.SeeAsync(desk.Page.Locator(".risk"), "Names a person");
        await HasNoneAsync(desk.Page);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_record_that_was_corrected_and_retracted_has_no_serious_barrier(ColorScheme scheme)
    {
        await using var desk = await Reviewing.OpenAsync(chromium, [], Role.Editor, scheme, bypassPolicy: true);
        await desk.Page.GotoAsync("about:blank");
        var first = await desk.Desk.PublishAsync(Samples.Harbour);
        var editor = desk.Desk.Client(Role.Editor, "Dewi");
        (await editor.TellAsync($"/api/records/{first}/corrections", """{"id":"correction-1","judgement":"approve","verdict":{"rating":1},"reason":"It was wrong."}""")).Is(System.Net.HttpStatusCode.OK);
        await desk.Desk.PassAsync(TimeSpan.FromSeconds(10));
        await desk.Page.GotoAsync($"{desk.Desk.Address}/#{Samples.Harbour.Claim(0)}");
        await desk.SeeAsync(desk.Page.Locator(".revision"), "It was wrong.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Correct the record" }).ClickAsync();
        await HasNoneAsync(desk.Page);
        var second = (await desk.Desk.ClaimAsync(Samples.Harbour.Claim(0))).RecordId;
        (await editor.TellAsync($"/api/records/{second}/retractions", """{"id":"retraction-1","reason":"It was wrong too."}""")).Is(System.Net.HttpStatusCode.OK);
        await desk.Desk.PassAsync(TimeSpan.FromSeconds(10));
        await desk.Page.ReloadAsync();
        await desk.SeeAsync(desk.Page.Locator(".revision.retraction"), "It was wrong too.");
        await HasNoneAsync(desk.Page);
        await desk.Page.GotoAsync(desk.Desk.Address + "/records");
        await desk.SeeAsync(desk.Page.Locator("tbody .revision.retraction").First, "It was wrong too.");
        await HasNoneAsync(desk.Page);
    }

    static async Task HasNoneAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }

    public static IEnumerable<TheoryDataRow<ColorScheme, string, string>> Cases =>
        from scheme in new[] { ColorScheme.Light, ColorScheme.Dark }
        from page in new[] { ("/", ""), ("/", "c"), ("/", "r"), ("/", "?"), ("/", "e 4 a"), ("/articles", ""), ("/records", "") }
        select new TheoryDataRow<ColorScheme, string, string>(scheme, page.Item1, page.Item2);
}
