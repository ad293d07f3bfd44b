using Microsoft.Playwright;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using Verify.Workflow.Reviews;
using static Microsoft.Playwright.Assertions;

namespace Verify.Web.Tests.Browser;

/// <summary>More than one person at one desk.</summary>
[Collection(BrowserTests.Name)]
public sealed class SecondReviewerTests(Chromium chromium)
{
    static readonly ClaimId First = Samples.Harbour.Claim(0);

    const string Corrected = """{"id":"decision-budi","judgement":"correct","correction":{"quantity":0,"value":520,"speaker":"Menteri"},"verdict":{"rating":2},"note":"The ministry counts 520."}""";

    [Fact]
    public async Task Two_at_once_are_given_different_claims_and_one_can_take_over()
    {
        await using var ani = await Reviewing.OpenAsync(chromium);
        await ani.SeeAsync(ani.Figure, "500");
        await using var budi = await ani.BesideAsync(chromium, "Budi");
        await budi.SeeAsync(budi.Figure, "40,000,000,000");
        await budi.SeeAsync(budi.Queue.First, "somebody works on it");

        budi.Expected.Add("409");
        await budi.Queue.First.ClickAsync();
        await budi.SeeAsync(budi.Page.Locator(".taken"), "Somebody works on this claim");
        await budi.Page.GetByLabel("Why you take it over").FillAsync("Needed for the noon edition");
        await budi.Page.GetByRole(AriaRole.Button, new() { Name = "Take it over" }).ClickAsync();
        await Expect(budi.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeVisibleAsync();

        // The other one learns of it when sending; what was typed stays.
        ani.Expected.Add("409");
        await ani.PressAsync("4", "a");
        await ani.SeeAsync(ani.Page.GetByRole(AriaRole.Alert), "Somebody else works on this claim now");
        await Expect(ani.Page.GetByRole(AriaRole.Radio, new() { Name = "Mostly true" })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_second_reviewer_sees_an_open_claim_and_an_editor_settles_what_they_differ_on()
    {
        await using var ani = await Reviewing.OpenAsync(chromium);
        await ani.SeeAsync(ani.Figure, "500");
        await ani.PressAsync("c", "Control+a");
        await ani.TypeAsync("510");
        await ani.PressAsync("Escape", "4", "Control+Enter");
        await ani.SeeAsync(ani.Bars, "A second reviewer, who is not shown your judgement");
        await Expect(ani.Queue).ToHaveCountAsync(2);
        await ani.Desk.PassAsync(TimeSpan.FromSeconds(10));
        await ani.Page.GotoAsync($"{ani.Desk.Address}/#{First}");
        await ani.Page.ReloadAsync();
        await ani.SeeAsync(ani.Page.Locator(".outcome"), "Waits for a second reviewer");

        (await ani.Desk.DecideAsync(ani.Desk.Client(Role.Reviewer, "Budi"), First, Corrected)).Is(System.Net.HttpStatusCode.OK);
        await ani.Desk.PassAsync(TimeSpan.FromSeconds(10));
        await ani.Page.ReloadAsync();
        await ani.SeeAsync(ani.Page.Locator(".differing"), "An editor who is neither of the two decides");

        await using var budi = await ani.BesideAsync(chromium, "Budi", Role.Editor);
        await budi.Page.GotoAsync($"{ani.Desk.Address}/#{First}");
        await budi.Page.ReloadAsync();
        await budi.SeeAsync(budi.Page.Locator(".differing"), "An editor who is neither of the two decides");

        await using var dewi = await ani.BesideAsync(chromium, "Dewi", Role.Editor);
        await dewi.SeeAsync(dewi.Figure, "500");
        await dewi.SeeAsync(dewi.Page.Locator(".differing"), "The ministry counts 520.");
        var take = dewi.Page.Locator(".differing button");
        await take.Filter(new() { HasText = "520" }).ClickAsync();
        await dewi.Page.GetByRole(AriaRole.Button, new() { Name = "Take Speaker: Menteri" }).ClickAsync();
        await take.Filter(new() { HasText = "Mostly true" }).ClickAsync();
        await Expect(dewi.Page.GetByRole(AriaRole.Textbox, new() { Name = "Number" })).ToHaveValueAsync("520");
        await dewi.PressAsync("Control+Enter");
        await dewi.SeeAsync(dewi.Bars, "Corrected");
        await dewi.Desk.PassAsync(TimeSpan.FromSeconds(10));
        var settled = await dewi.Desk.ClaimAsync(First);
        Assert.Equal(ClaimState.Published, settled.State);
        var record = (await dewi.Desk.RecordAsync(settled.RecordId!)).Record;
        Assert.Equal((520m, "Menteri", 4, 3), (record.Figures[0].Value, record.Speaker, record.Verdict!.Rating, record.Decisions.Length));
    }
}
