using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Verify.Web.Tests.Desk;
using Verify.Web.Tests.SignIn;
using static Microsoft.Playwright.Assertions;

namespace Verify.Web.Tests.Browser;

/// <summary>A reviewer whom the platform signs in, in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class EntraPageTests(Chromium chromium) : IAsyncLifetime
{
    readonly List<string> complaints = [];
    EntraDirectory directory = null!;
    EntraPlatform platform = null!;
    WebDesk desk = null!;
    IBrowserContext context = null!;
    IPage page = null!;
    string[] roles = ["reviewer"];

    public async ValueTask InitializeAsync()
    {
        var browser = chromium.Running();
        directory = await EntraDirectory.OpenAsync();
        platform = new(Token);
        desk = await directory.DeskAsync(more: platform.Use);
        await desk.SeedAsync(Samples.Harbour);
        context = await browser.NewContextAsync(new() { Locale = "en", ViewportSize = new() { Width = 1440, Height = 900 } });
        page = await context.NewPageAsync();
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
        await page.Clock.SetFixedTimeAsync(WebDesk.Morning.AddMinutes(5).UtcDateTime);
    }

    string Token()
    {
        var token = EntraDirectory.IdToken(roles);
        var now = desk.Clock.GetUtcNow();
        (token["nbf"], token["exp"]) = (now.ToUnixTimeSeconds(), now.AddHours(1).ToUnixTimeSeconds());
        return directory.Key.Sign(token);
    }

    [Fact]
    public async Task A_person_is_signed_in_on_the_way_to_the_page_and_comes_back_to_it()
    {
        await page.GotoAsync(desk.Address + "/records");
        await Expect(page).ToHaveURLAsync(desk.Address + "/records");
        await Expect(page.Locator(".who")).ToHaveTextAsync("Ani Wijaya, reviewer");
        Assert.Equal(1, platform.SignIns);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByText("You have been signed out.")).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task When_the_sign_in_is_over_what_is_written_stays_and_is_sent_after_signing_in_in_another_tab()
    {
        await page.GotoAsync(desk.Address);
        await Expect(page.Locator(".statement .figure")).ToContainTextAsync("500");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("Counted.");
        await page.Keyboard.PressAsync("Escape");
        desk.Clock.Advance(TimeSpan.FromMinutes(63));
        await page.Keyboard.PressAsync("4");
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Your sign-in is over.");
        await Expect(page.GetByLabel("Note")).ToHaveValueAsync("Counted.");
        var other = await context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }).ClickAsync());
        await Expect(other).ToHaveURLAsync(new Regex($"^{Regex.Escape(desk.Address)}/(#.*)?$")); // the desk, at the claim that it opens
        await Expect(other.Locator(".who")).ToHaveTextAsync("Ani Wijaya, reviewer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await Expect(page.Locator("#bars")).ToContainTextAsync("Approved");
        Assert.Equal(2, platform.SignIns);
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("401", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_role_reads_what_to_do_and_does_not_go_round_in_circles()
    {
        roles = [];
        await page.GotoAsync(desk.Address);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You have no role at this desk yet");
        Assert.Equal(1, platform.SignIns);
    }

    void Note(bool isComplaint, string text)
    {
        if (isComplaint) complaints.Add(text);
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null) await context.DisposeAsync();
        if (desk is not null) await desk.DisposeAsync();
        if (directory is not null) await directory.DisposeAsync();
    }
}
