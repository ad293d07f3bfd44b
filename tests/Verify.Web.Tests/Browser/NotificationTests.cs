using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Verify.Testing.Workflow;
using Verify.Workflow;
using static Microsoft.Playwright.Assertions;

namespace Verify.Web.Tests.Browser;

/// <summary>The dialog in which people choose what they are told.</summary>
[Collection(BrowserTests.Name)]
public sealed class NotificationTests(Chromium chromium)
{
    static string CodeIn(PostBox post) => post.Mails.Last().Text.Split('\n').Select(line => line.Trim()).Single(line => line.Length == 8 && line.All(char.IsAsciiDigit));

    [Fact]
    public async Task A_reviewer_gives_an_address_confirms_it_and_has_it_removed()
    {
        var post = new PostBox();
        await using var desk = await Reviewing.OpenAsync(chromium, post: post);
        desk.Expected.Add("422");
        var page = desk.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Notifications" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Your mail address").FillAsync("ani@nowhere");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await desk.SeeAsync(dialog.GetByRole(AriaRole.Alert), "cannot write to this");
        await Expect(dialog.GetByLabel("Your mail address")).ToHaveAttributeAsync("aria-invalid", "true");

        await dialog.GetByLabel("Your mail address").FillAsync("ani@example.org");
        await dialog.GetByLabel("A record was published").UncheckAsync();
        await Expect(dialog.GetByLabel("Two reviewers differ")).ToBeHiddenAsync();
        await dialog.GetByLabel("As it happens").CheckAsync();
        await dialog.GetByLabel("Time zone").FillAsync("Asia/Makassar");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await desk.SeeAsync(dialog.GetByRole(AriaRole.Status), "A code is on its way");
        await Expect(dialog.GetByLabel("The code that was sent")).ToBeFocusedAsync();
        await desk.TypeAsync("00");
        await desk.PressAsync("Enter");
        await desk.SeeAsync(dialog.GetByRole(AriaRole.Alert), "not the code");
        await dialog.GetByLabel("The code that was sent").FillAsync(CodeIn(post));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await desk.SeeAsync(dialog, "You are told at ani@example.org.");

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Notifications" }).ClickAsync();
        await Expect(dialog.GetByLabel("As it happens")).ToBeCheckedAsync();
        await Expect(dialog.GetByLabel("A record was published")).Not.ToBeCheckedAsync();
        await Expect(dialog.GetByLabel("Time zone")).ToHaveValueAsync("Asia/Makassar");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Remove my address" }).ClickAsync();
        await desk.SeeAsync(dialog.GetByRole(AriaRole.Status), "Nothing is kept");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_link_in_a_mail_opens_it_in_the_reader_s_language_and_an_editor_may_choose_disagreements()
    {
        await using var desk = await Reviewing.OpenAsync(chromium, role: Role.Editor, locale: "id", path: "/?notifications", post: new PostBox());
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await desk.SeeAsync(dialog, "Pemberitahuan lewat surel");
        await Expect(dialog.GetByLabel("Dua peninjau berbeda")).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("Bahasa surel")).ToHaveValueAsync("id");
    }

    [Fact]
    public async Task A_desk_without_mail_says_so_and_an_operator_is_offered_nothing()
    {
        await using var desk = await Reviewing.OpenAsync(chromium, path: "/?notifications");
        await desk.SeeAsync(desk.Page.GetByRole(AriaRole.Dialog), "This desk sends no mail");
        await using var other = await desk.BesideAsync(chromium, "Otto", Role.Operator);
        await desk.SeeAsync(other.Page.Locator(".who"), "Otto");
        await Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Notifications" })).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_has_no_serious_barrier_and_works_by_keyboard_alone(ColorScheme scheme)
    {
        var post = new PostBox();
        await using var desk = await Reviewing.OpenAsync(chromium, role: Role.Editor, scheme: scheme, path: "/?notifications", bypassPolicy: true, post: post);
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Your mail address").FocusAsync();
        await desk.TypeAsync("ani@example.org");
        await desk.PressAsync("Enter");
        await Expect(dialog.GetByLabel("The code that was sent")).ToBeFocusedAsync();
        var found = await desk.Page.RunAxe();
        Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
        await desk.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
    }
}
