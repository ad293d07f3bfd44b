using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Verify.Claims.Quantities;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;
using static Microsoft.Playwright.Assertions;

namespace Verify.Web.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class TroubleTests(Chromium chromium)
{
    const string Decisions = "**/decisions";

    [Theory]
    [InlineData(false)] // the request is lost on the way there
    [InlineData(true)] // the desk takes the decision and its answer is lost
    public async Task A_decision_sent_again_after_a_lost_answer_is_the_same_decision(bool isTaken)
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        desk.Expected.Add("ERR_");
        var sent = new List<string>();
        await desk.Page.RouteAsync(Decisions, async route =>
        {
            sent.Add((string)JsonNode.Parse(route.Request.PostData!)!["id"]!);
            if (sent.Count > 1)
            {
                await route.ContinueAsync();
                return;
            }
            if (isTaken) await route.FetchAsync();
            await route.AbortAsync();
        });
        await desk.SeeAsync(desk.Figure, "500");
        await desk.PressAsync("4", "a");
        await desk.SeeAsync(desk.Page.GetByRole(AriaRole.Alert), "No answer from the desk");
        await Expect(desk.Page.GetByRole(AriaRole.Radio, new() { Name = "Mostly true" })).ToBeCheckedAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await desk.SeeAsync(desk.Bars, "Approved");
        Assert.Equal(2, sent.Count);
        Assert.Single(sent.Distinct());
    }

    [Fact]
    public async Task A_claim_that_somebody_else_decided_is_said_so_and_shown()
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        desk.Expected.Add("409");
        await desk.SeeAsync(desk.Figure, "500");
        var budi = desk.Desk.Client(Role.Reviewer, "Budi");
        (await budi.TellAsync($"/api/claims/{Samples.Harbour.Claim(0)}/lease", """{"note":"Needed now"}""")).Is(System.Net.HttpStatusCode.OK);
        (await desk.Desk.DecideAsync(budi, Samples.Harbour.Claim(0), """{"id":"decision-1","judgement":"reject","reason":"notCheckable"}""")).Is(System.Net.HttpStatusCode.OK);
        await desk.PressAsync("4", "a");
        await desk.SeeAsync(desk.Page.GetByRole(AriaRole.Alert), "Somebody else decided this claim meanwhile.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Load the claim again" }).ClickAsync();
        await desk.SeeAsync(desk.Page.Locator(".outcome"), "Rejected: Nobody could check it");
    }

    [Fact]
    public async Task Of_a_claim_that_was_read_anew_meanwhile_it_is_told_what_changed()
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        desk.Expected.Add("412");
        await desk.SeeAsync(desk.Figure, "500");
        var claim = Samples.Harbour.Claim(0);
        var reading = (await desk.Desk.ClaimAsync(claim)).Reading;
        var reviews = desk.Desk.Services.GetRequiredService<Journal<ReviewEvent>>();
        var history = await reviews.LoadAsync(claim.Value, TestContext.Current.CancellationToken);
        var replaced = reading with { Quantities = [reading.Quantities[0] with { Value = 750, Relation = Relation.Equal }], Speaker = null };
        await reviews.AppendAsync(
            claim.Value, history, new ReadingReplaced("readingReplaced-1", desk.Desk.Clock.GetUtcNow(), "o-sari", "9", replaced, new('a', 32)), TestContext.Current.CancellationToken);
        await desk.PressAsync("4", "a");
        var told = desk.Page.GetByRole(AriaRole.Alert);
        await desk.SeeAsync(told, "The claim reads differently now.");
        await Expect(told.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["Number 500 → 750", "Relation more than → exactly", $"Speaker {reading.Speaker!.Text} → none found"]);
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Load the claim again" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(412, "claimChanged", "The claim reads differently now.", "Load the claim again")]
    [InlineData(428, "shownMissing", "The page lost what it showed.", "Load the claim again")]
    [InlineData(401, "signInNeeded", "You are signed out.", "Send again")]
    [InlineData(503, "storeUnavailable", "The store does not answer", "Send again")]
    [InlineData(403, "crossSite", "Reload the page", null)]
    public async Task A_refusal_is_told_in_words_with_the_way_out_and_the_draft_stays(int status, string code, string words, string? way)
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        desk.Expected.Add($"{status}");
        await desk.Page.RouteAsync(Decisions, route => route.FulfillAsync(new() { Status = status, ContentType = "application/problem+json", Body = $$"""{"code":"{{code}}","detail":"x"}""" }));
        await desk.SeeAsync(desk.Figure, "500");
        await desk.PressAsync("n");
        await desk.TypeAsync("Kept.");
        await desk.PressAsync("Escape", "4", "a");
        await desk.SeeAsync(desk.Page.GetByRole(AriaRole.Alert), words);
        if (way is not null) await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = way })).ToBeVisibleAsync();
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.GetByLabel("Note")).ToHaveValueAsync("Kept.");
    }

    [Fact]
    public async Task A_number_with_separators_is_not_guessed_at()
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        await desk.SeeAsync(desk.Figure, "500");
        await desk.PressAsync("c", "Control+a");
        await desk.TypeAsync("1,250");
        await desk.PressAsync("Control+Enter");
        await desk.SeeAsync(desk.Page.GetByRole(AriaRole.Alert), "digits with a point");
        await Expect(desk.Page.GetByLabel("Number")).ToBeFocusedAsync();
        await desk.PressAsync("Control+a");
        await desk.TypeAsync("1250.5");
        await desk.PressAsync("Enter");
        await desk.SeeAsync(desk.Page.Locator("output"), "= 1,250.5");
        await Expect(desk.Queue).ToHaveCountAsync(3);
    }
}
