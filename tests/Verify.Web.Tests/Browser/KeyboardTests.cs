using Microsoft.Playwright;
using Verify.Web.Tests.Desk;
using Verify.Workflow.Reviews;
using static Microsoft.Playwright.Assertions;

namespace Verify.Web.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task A_reviewer_goes_the_whole_round_with_the_keyboard_alone()
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        var page = desk.Page;

        // The worthiest claim is open, marked in its article, and told in words.
        await Expect(desk.Queue).ToHaveCountAsync(3);
        await desk.SeeAsync(desk.Figure, "more than 500 kapal nelayan");
        await Expect(page.Locator("mark.claim")).ToHaveTextAsync("badai merusak lebih dari 500 kapal nelayan di pesisir utara");
        await Expect(page.Locator(".text .mark.number")).ToHaveTextAsync("500");
        await Expect(page.Locator(".text .mark.speaker")).ToHaveTextAsync("Kementerian Kelautan");
        await Expect(page.Locator(".text .mark.time")).ToHaveTextAsync("bulan Maret");

        // Through the queue: the next one, and back.
        await desk.PressAsync("j", "Enter");
        await desk.SeeAsync(desk.Figure, "Rp 40,000,000,000 to 50,000,000,000");
        await desk.PressAsync("k", "Enter");
        await desk.SeeAsync(desk.Figure, "500");

        // Correct the number, with evidence and a note.
        await desk.PressAsync("c");
        await Expect(page.GetByLabel("Number")).ToBeFocusedAsync();
        await desk.PressAsync("Control+a");
        await desk.TypeAsync("520");
        await desk.PressAsync("Escape", "4", "e");
        await desk.TypeAsync("https://example.org/report");
        await desk.PressAsync("Tab");
        await desk.TypeAsync("520 kapal");
        await desk.PressAsync("Escape", "n");
        await desk.TypeAsync("Counted again.");
        await desk.PressAsync("Control+Enter");
        await desk.SeeAsync(desk.Bars, "Corrected");
        await desk.SeeAsync(desk.Figure, "40,000,000,000");
        await Expect(desk.Queue).ToHaveCountAsync(2);

        // Undo: the claim is back with what was typed; send it again.
        await desk.PressAsync("u");
        await desk.SeeAsync(desk.Bars, "Taken back");
        await desk.SeeAsync(desk.Figure, "500");
        await Expect(page.GetByLabel("Number")).ToHaveValueAsync("520");
        await Expect(desk.Queue).ToHaveCountAsync(3);
        await desk.PressAsync("Control+Enter");

        // Approve: without a verdict the page says what is missing.
        await desk.SeeAsync(desk.Figure, "40,000,000,000");
        await desk.PressAsync("a");
        await desk.SeeAsync(page.GetByRole(AriaRole.Alert), "Choose a verdict first");
        await desk.PressAsync("5", "a");
        await desk.SeeAsync(desk.Bars, "Approved");

        // Reject the last one; nothing waits any more.
        await desk.SeeAsync(desk.Figure, "1,234 ton");
        await desk.PressAsync("r", "2", "Control+Enter");
        await desk.SeeAsync(desk.Bars, "Rejected");
        await Expect(page.GetByText("Nothing waits.").First).ToBeVisibleAsync();

        // When the time to undo is over, the bars lead to the records, and the store holds what was judged.
        await desk.Desk.PassAsync(TimeSpan.FromSeconds(10));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Record", Exact = true })).ToHaveCountAsync(1);
        await desk.SeeAsync(desk.Bars, "Rejected for good.");
        await desk.Desk.SecondAsync(Samples.Harbour.Claim(0), """{"id":"decision-2","judgement":"correct","correction":{"quantity":0,"value":520},"verdict":{"rating":4}}""");
        var corrected = await desk.Desk.ClaimAsync(Samples.Harbour.Claim(0));
        var record = (await desk.Desk.RecordAsync(corrected.RecordId!)).Record;
        Assert.Equal((520m, 4, "520 kapal", "Counted again."), (record.Figures[0].Value, record.Verdict!.Rating, record.Evidence[0].Quote, record.Note));
        Assert.Equal(ClaimState.Rejected, (await desk.Desk.ClaimAsync(Samples.Harbour.Claim(1))).State);
    }

    [Fact]
    public async Task Every_control_is_reached_with_Tab_and_shows_that_it_is()
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        await desk.SeeAsync(desk.Figure, "500");
        await desk.PressAsync("e", "Escape");
        await desk.Page.EvaluateAsync("document.activeElement.blur()");
        var reached = new List<string>();
        for (var i = 0; i < 45; i++)
        {
            await desk.PressAsync("Tab");
            reached.Add(await desk.Page.EvaluateAsync<string>(
                """
                (() => {
                  const at = document.activeElement;
                  if (at === document.body) return '';
                  const ring = [at, at.nextElementSibling].filter(Boolean).some(one => getComputedStyle(one).outlineStyle !== 'none');
                  return `${(at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).trim().slice(0, 24)}${ring ? '' : ' (no ring)'}`;
                })()
                """));
        }
        foreach (var name in new[] { "Skip to the content", "Review", "Articles", "Records", "Keys and help", "Language", "Sign out", "Find in the list", "State", "Address", "Quote", "Remove evidence 1", "+ Add evidence", "Note", "Approve", "Correct", "Reject" })
            Assert.True(reached.Any(label => label.StartsWith(name, StringComparison.Ordinal)), $"{name} is not among: {string.Join(" | ", reached)}");
        Assert.DoesNotContain(reached, label => label.EndsWith("(no ring)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_are_keys_only_where_nobody_types_and_only_while_they_are_switched_on()
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        var page = desk.Page;
        await desk.SeeAsync(desk.Figure, "500");
        await desk.PressAsync("/");
        await desk.TypeAsync("jacker");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("jacker");
        await desk.SeeAsync(page.Locator("#queue"), "No claim here matches.");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await desk.PressAsync("Escape", "?");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await desk.SeeAsync(dialog, "undo the last decision");
        await dialog.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await desk.PressAsync("Escape", "c");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Number")).ToHaveCountAsync(0);
    }
}
