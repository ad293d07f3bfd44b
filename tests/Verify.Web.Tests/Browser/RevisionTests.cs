using Microsoft.Playwright;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using Verify.Workflow.Reviews;
using static Microsoft.Playwright.Assertions;

namespace Verify.Web.Tests.Browser;

/// <summary>An editor corrects and retracts a record at the page, and everybody sees it there.</summary>
[Collection(BrowserTests.Name)]
public sealed class RevisionTests(Chromium chromium)
{
    static readonly ClaimId Claim = Samples.Harbour.Claim(0);

    async Task<(Reviewing At, string Record)> OpenAsync(Role role = Role.Editor, string locale = "en")
    {
        var at = await Reviewing.OpenAsync(chromium, [], role, locale: locale);
        await at.Page.GotoAsync("about:blank"); // else the page takes the claim for itself while it is decided
        var record = await at.Desk.PublishAsync(Samples.Harbour);
        await LookAsync(at);
        return (at, record);
    }

    static async Task LookAsync(Reviewing at)
    {
        await at.Page.GotoAsync($"{at.Desk.Address}/#{Claim}");
        await at.Page.ReloadAsync();
        await Expect(at.Page.Locator(".outcome")).ToBeVisibleAsync();
    }

    static ILocator Button(Reviewing at, string name) => at.Page.GetByRole(AriaRole.Button, new() { Name = name });

    [Fact]
    public async Task An_editor_corrects_a_record_takes_it_back_and_corrects_it_after_all()
    {
        var (at, first) = await OpenAsync();
        await using var closing = at;
        await Button(at, "Correct the record").ClickAsync();
        await Expect(at.Page.GetByRole(AriaRole.Radio, new() { Name = "Mostly true" })).ToBeCheckedAsync(); // what the record states
        await Expect(at.Page.GetByLabel("Address")).ToHaveValueAsync("https://example.org/report");
        await Expect(at.Page.Locator("#note")).ToHaveValueAsync("Counted by the ministry.");
        await at.Page.SetViewportSizeAsync(1280, 640);
        await Button(at, "Publish the correction").ClickAsync();
        await at.SeeAsync(at.Page.GetByRole(AriaRole.Alert), "Write why");
        await Expect(at.Page.GetByRole(AriaRole.Alert)).ToBeInViewportAsync(new() { Ratio = 1 });
        const string isCovered = "field => { const box = field.getBoundingClientRect(); return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) !== field; }";
        Assert.False(await at.Page.Locator("#why").EvaluateAsync<bool>(isCovered));
        await at.Page.GetByLabel("Why? This is published.").FillAsync("The ministry mended its table.");
        at.Expected.Add("422");
        await Button(at, "Publish the correction").ClickAsync();
        await at.SeeAsync(at.Page.GetByRole(AriaRole.Alert), "The record says this already");

        await Button(at, "Correct the reading").ClickAsync();
        await at.Page.GetByRole(AriaRole.Textbox, new() { Name = "Number" }).FillAsync("512");
        await at.Page.GetByRole(AriaRole.Radio, new() { Name = "Mostly false" }).CheckAsync();
        await Button(at, "Publish the correction").ClickAsync();
        await at.SeeAsync(at.Bars, "Record corrected");
        await at.SeeAsync(at.Page.Locator(".revision.correction"), "can be taken back until");
        await Expect(Button(at, "Correct the record")).ToHaveCountAsync(0);
        await at.Bars.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await at.SeeAsync(at.Bars, "The record stands as it did");
        await Expect(at.Page.Locator(".revision")).ToHaveCountAsync(0);

        // What was written is still there.
        await Button(at, "Correct the record").ClickAsync();
        await Expect(at.Page.GetByRole(AriaRole.Textbox, new() { Name = "Number" })).ToHaveValueAsync("512");
        await at.PressAsync("Control+Enter");
        await at.SeeAsync(at.Page.Locator(".revision.correction"), "The ministry mended its table.");
        await at.Desk.PassAsync(TimeSpan.FromSeconds(10));
        await at.SeeAsync(at.Bars, "Published as a record.");
        var second = (await at.Desk.ClaimAsync(Claim)).RecordId!;
        var banner = at.Page.Locator(".revision.correction");
        await Expect(banner.GetByRole(AriaRole.Link, new() { Name = "Record before" })).ToHaveAttributeAsync("href", $"/api/records/{first}?format=view");
        await Expect(banner.GetByRole(AriaRole.Link, new() { Name = "Record that took its place" })).ToHaveAttributeAsync("href", $"/api/records/{second}?format=view");
        await at.SeeAsync(banner, "Corrected: 2 · Mostly false");
        await at.SeeAsync(at.Page.Locator(".outcome"), "As it was published first");
        await Expect(at.Page.Locator(".outcome").GetByRole(AriaRole.Link, new() { Name = "Record", Exact = true })).ToHaveAttributeAsync("href", $"/api/records/{first}?format=view");
        Assert.Equal((512m, 2), ((await at.Desk.RecordAsync(second)).Record.Figures[0].Value, (await at.Desk.RecordAsync(second)).Record.Verdict!.Rating));
        await Expect(Button(at, "Correct the record")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_retraction_ends_it_and_the_list_of_records_says_so_of_both_with_links_both_ways()
    {
        var (at, first) = await OpenAsync();
        await using var closing = at;
        await Button(at, "Retract the record").ClickAsync();
        await Expect(at.Page.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
        await at.TypeAsync("Another claim than the one that was checked.");
        await at.PressAsync("Control+Enter");
        await at.SeeAsync(at.Bars, "Record retracted");
        await at.Desk.PassAsync(TimeSpan.FromSeconds(10));
        await at.SeeAsync(at.Bars, "Published as a record.");
        await at.SeeAsync(at.Page.Locator(".revision.retraction"), "Another claim than the one that was checked.");
        await Expect(Button(at, "Correct the record")).ToHaveCountAsync(0);
        await at.Page.GetByLabel("State").SelectOptionAsync("published");
        await at.SeeAsync(at.Queue.First, "Retracted");

        var last = (await at.Desk.ClaimAsync(Claim)).RecordId!;
        await at.Page.GotoAsync(at.Desk.Address + "/records");
        var old = at.Page.Locator("tbody tr").Filter(new() { HasText = "Mostly true" });
        await at.SeeAsync(old.Locator(".revision.retraction"), "Retracted: Another claim than the one that was checked.");
        await Expect(old.Locator(".revision a")).ToHaveAttributeAsync("href", $"/api/records/{last}?format=view");
        await Expect(old.GetByRole(AriaRole.Link, new() { Name = "Claim", Exact = true })).ToHaveAttributeAsync("href", $"/#{Claim}");
        var retraction = at.Page.Locator("tbody tr").Filter(new() { HasText = "Takes another record back" });
        await at.SeeAsync(retraction, "Retraction");
        await Expect(retraction.GetByRole(AriaRole.Link, new() { Name = "record before" })).ToHaveAttributeAsync("href", $"/api/records/{first}?format=view");
    }

    [Fact]
    public async Task A_reviewer_sees_what_became_of_a_record_and_is_given_no_button()
    {
        var (at, first) = await OpenAsync(Role.Reviewer, "id");
        await using var closing = at;
        await Expect(Button(at, "Koreksi catatan")).ToHaveCountAsync(0);
        await at.Page.GotoAsync("about:blank");
        (await at.Desk.Client(Role.Editor, "Dewi").TellAsync($"/api/records/{first}/retractions", """{"id":"retraction-1","reason":"<b>Klaim lain.</b>"}""")).Is(System.Net.HttpStatusCode.OK);
        await at.Desk.PassAsync(TimeSpan.FromSeconds(10));
        await LookAsync(at);
        await at.SeeAsync(at.Page.Locator(".revision.retraction"), "Ditarik");
        await at.SeeAsync(at.Page.Locator(".revision.retraction"), "<b>Klaim lain.</b>");
    }

    [Fact]
    public async Task Of_two_editors_the_second_learns_that_the_first_was_faster()
    {
        var (at, first) = await OpenAsync();
        await using var closing = at;
        await Button(at, "Retract the record").ClickAsync();
        await at.TypeAsync("It is wrong.");
        (await at.Desk.Client(Role.Editor, "Eko").TellAsync($"/api/records/{first}/retractions", """{"id":"retraction-1","reason":"x"}""")).Is(System.Net.HttpStatusCode.OK);
        at.Expected.Add("409");
        await at.PressAsync("Control+Enter");
        await at.SeeAsync(at.Page.GetByRole(AriaRole.Alert), "Another editor corrects or retracts this record just now");
        await Button(at, "Load the claim again").ClickAsync();
        await at.SeeAsync(at.Page.Locator(".revision.retraction"), "can be taken back until");
        Assert.Equal(ClaimState.Published, (await at.Desk.ClaimAsync(Claim)).State);
    }
}
