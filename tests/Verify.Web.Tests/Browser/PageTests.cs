using Microsoft.Playwright;
using Verify.Testing.Workflow;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using static Microsoft.Playwright.Assertions;

namespace Verify.Web.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class PageTests(Chromium chromium)
{
    [Fact]
    public async Task A_reviewer_can_work_with_the_mouse()
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        var page = desk.Page;
        await desk.Queue.Nth(1).ClickAsync();
        await desk.SeeAsync(desk.Figure, "40,000,000,000");
        await page.Locator(".text a.other").Nth(1).ClickAsync();
        await desk.SeeAsync(desk.Figure, "1,234 ton");
        await desk.SeeAsync(page.Locator(".warning"), "1,234, or 1.234");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Half true" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add evidence" }).ClickAsync();
        await page.GetByLabel("Address").FillAsync("https://example.org/catch");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await desk.SeeAsync(page.GetByRole(AriaRole.Alert), "two ways");
        await page.GetByRole(AriaRole.Radio, new() { Name = "1,234 (whole)" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await desk.SeeAsync(desk.Bars, "Approved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await desk.SeeAsync(desk.Figure, "1,234 ton");
        await Expect(page.GetByLabel("Address")).ToHaveValueAsync("https://example.org/catch");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Half true" })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task One_key_takes_the_other_reading_of_a_number_and_takes_it_back()
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        var page = desk.Page;
        await OpenClaimAsync(desk, Samples.Harbour.Claim(1));
        await desk.SeeAsync(desk.Figure, "1,234 ton");
        await desk.PressAsync("o");
        await Expect(page.GetByLabel("Number", new() { Exact = false }).First).ToHaveValueAsync("1.234");
        await desk.PressAsync("o");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = false })).ToContainTextAsync("Approve");
        // Going back leaves the other reading: nobody approves the one that was read by having picked the other.
        await desk.PressAsync("o", "Escape", "4", "a");
        await desk.SeeAsync(page.GetByRole(AriaRole.Alert), "two ways");
        await desk.PressAsync("o", "Control+Enter");
        await desk.SeeAsync(desk.Bars, "Corrected");
        await desk.SeeAsync(desk.Bars, "A second reviewer");
        await desk.Desk.SecondAsync(Samples.Harbour.Claim(1), """{"id":"decision-2","judgement":"correct","correction":{"quantity":0,"value":1.234},"verdict":{"rating":4}}""");
        var published = await desk.Desk.ClaimAsync(Samples.Harbour.Claim(1));
        Assert.Equal(1.234m, (await desk.Desk.RecordAsync(published.RecordId!)).Record.Figures[0].Value);
    }

    [Theory]
    [InlineData("en", "The two figures give another change", "12,500 → 16,250 = +30 % ≠ 20 %")]
    [InlineData("id", "Kedua angka menghasilkan perubahan lain", "12.500 → 16.250 = +30 % ≠ 20 %")]
    public async Task A_sum_that_does_not_come_out_is_shown_with_its_figures(string locale, string words, string sum)
    {
        await using var desk = await Reviewing.OpenAsync(chromium, [Samples.Toll], locale: locale);
        var flag = desk.Page.Locator(".discrepancy");
        await desk.SeeAsync(flag, words);
        await desk.SeeAsync(flag.Locator(".sum"), sum);
        await Expect(flag.Locator("q")).ToHaveTextAsync(["20 persen", "Rp12.500", "Rp16.250"]);
        await Expect(desk.Page.Locator(".text .mark.sum").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_decided_is_found_again_and_what_waited_too_long_stands_first()
    {
        await using var desk = await Reviewing.OpenAsync(chromium, []);
        var page = desk.Page;
        var id = await desk.Desk.PublishAsync(Samples.Harbour);
        await page.GotoAsync("about:blank");
        await desk.Desk.PassAsync(TimeSpan.FromDays(2));
        await desk.Desk.SeedAsync(Samples.Library);
        await desk.SignInAsync(Role.Reviewer);
        await Expect(desk.Queue).ToHaveCountAsync(3);
        await desk.SeeAsync(desk.Queue.First, "Waited too long");
        await page.GetByLabel("State").SelectOptionAsync("published");
        await Expect(desk.Queue).ToHaveCountAsync(1);
        await desk.Queue.First.ClickAsync();
        await desk.SeeAsync(page.Locator(".outcome"), "Approved: 4 · Mostly true");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Record", Exact = true })).ToHaveAttributeAsync("href", $"/api/records/{id}");
    }

    [Fact]
    public async Task A_claim_that_comes_in_appears_by_itself_and_the_selection_stays()
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        await desk.SeeAsync(desk.Figure, "500");
        await desk.PressAsync("j", "j");
        await desk.Desk.SeedAsync(Samples.Library);
        await Expect(desk.Queue).ToHaveCountAsync(4);
        await Expect(desk.Queue.Nth(2)).ToBeFocusedAsync();
        await desk.SeeAsync(desk.Queue.Nth(2), "1.234 ton");
    }

    [Fact]
    public async Task The_first_claim_opens_by_itself_where_none_was()
    {
        await using var desk = await Reviewing.OpenAsync(chromium, []);
        await desk.SeeAsync(desk.Page.Locator("#queue"), "Nothing waits.");
        await desk.Desk.SeedAsync(Samples.Library);
        await desk.SeeAsync(desk.Figure, "about 84 percent of residents");
    }

    [Fact]
    public async Task The_text_of_an_article_is_text_whatever_it_looks_like()
    {
        await using var desk = await Reviewing.OpenAsync(chromium, [Samples.Hostile]);
        var text = desk.Page.Locator(".text");
        await desk.SeeAsync(text, "<script>document.title = 'taken over'</script>");
        await desk.SeeAsync(text, "\"><img src=x onerror=\"document.title='taken over'\">");
        await desk.SeeAsync(desk.Page.Locator("h1"), "<img src=x onerror=alert(1)>");
        await Expect(desk.Page.Locator("#article img, #article script, #article b, #judging i, #queue b")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator("a[href^='javascript:']")).ToHaveCountAsync(0);
        await Expect(desk.Page).ToHaveTitleAsync("Review · Verify");
    }

    [Fact]
    public async Task The_page_speaks_Indonesian_to_who_reads_it_and_can_be_told_otherwise()
    {
        await using var desk = await Reviewing.OpenAsync(chromium, locale: "id-ID");
        await desk.SeeAsync(desk.Page.Locator("nav"), "Tinjau");
        await desk.SeeAsync(desk.Figure, "lebih dari 500 kapal nelayan");
        await desk.Page.GetByLabel("Bahasa", new() { Exact = true }).First.SelectOptionAsync("en");
        await desk.SeeAsync(desk.Page.Locator("nav"), "Review");
    }

    [Theory]
    [InlineData("en", "Maya Lindqvist (person); Harbour Trust (organisation)", "completed from “Lindqvist”", "Names a person", "did not answer in time", "as often as it may")]
    [InlineData("id-ID", "Maya Lindqvist (orang); Harbour Trust (organisasi)", "dilengkapi dari “Lindqvist”", "Menyebut nama orang", "tidak menjawab tepat waktu", "jatah permintaannya")]
    public async Task Whom_a_sentence_names_is_shown_and_that_nobody_could_say(string locale, string names, string completed, string risk, string late, string spent)
    {
        await using var desk = await Reviewing.OpenAsync(chromium, [Samples.Named], locale: locale);
        var (row, hint) = (desk.Page.Locator(".facts .names dd"), desk.Page.Locator(".risk"));
        await OpenClaimAsync(desk, Samples.Named.Claim(0));
        await Expect(row).ToHaveTextAsync(names.Replace("; ", "", StringComparison.Ordinal)); // the semicolon is drawn between them
        await desk.SeeAsync(desk.Page.Locator(".facts"), completed);
        await desk.SeeAsync(hint, risk);

        await OpenClaimAsync(desk, Samples.Named.Claim(1));
        await desk.SeeAsync(row, late);
        await desk.SeeAsync(row, "<b>Ole</b>");
        await Expect(hint).ToHaveCountAsync(0);

        await OpenClaimAsync(desk, Samples.Named.Claim(2));
        await desk.SeeAsync(row, spent);
    }

    [Theory]
    [InlineData("en", "a named speaker", "against: projected", "Risk if wrong 62%", "about a named person")]
    [InlineData("id-ID", "pembicara disebut namanya", "mengurangi: perkiraan ke depan", "Risiko bila salah 62%", "tentang orang yang disebut namanya")]
    public async Task Worth_and_risk_are_shown_with_their_reasons_in_the_reader_s_language(string locale, string reason, string against, string risk, string riskReason)
    {
        await using var desk = await Reviewing.OpenAsync(chromium, [Samples.Named], locale: locale);
        await OpenClaimAsync(desk, Samples.Named.Claim(0));
        var (worth, risky) = (desk.Page.Locator("#judging .worth-line li"), desk.Page.Locator("#judging .risk-line"));
        await Expect(worth).ToHaveTextAsync([reason, against, "of a later version", riskReason]);
        await Expect(worth.Nth(2)).ToHaveAttributeAsync("lang", "en");
        await desk.SeeAsync(risky.Locator("p"), risk);
        await desk.SeeAsync(desk.Page.Locator($"[id='claim-{Samples.Named.Claim(0)}']"), risk.Replace(" 62", ": 62", StringComparison.Ordinal));

        await OpenClaimAsync(desk, Samples.Named.Claim(1));
        await Expect(risky).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_desk_that_asks_nobody_says_nothing_of_names()
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        await desk.SeeAsync(desk.Figure, "500");
        await Expect(desk.Page.Locator(".names, .risk")).ToHaveCountAsync(0);
    }

    static Task OpenClaimAsync(Reviewing desk, ClaimId claim) => desk.Page.Locator($"[id='claim-{claim}']").ClickAsync();

    [Fact]
    public async Task Who_may_not_judge_reads_along()
    {
        await using var desk = await Reviewing.OpenAsync(chromium, role: Role.Submitter);
        await desk.SeeAsync(desk.Figure, "500");
        await desk.SeeAsync(desk.Page.Locator("#judging"), "signed in as submitter");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_article_is_pasted_in_and_a_record_is_found_again()
    {
        await using var desk = await Reviewing.OpenAsync(chromium, [], path: "/articles");
        var page = desk.Page;
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Pasar Weru ramai sejak pagi. Para pedagang senang.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await desk.SeeAsync(page.GetByRole(AriaRole.Status).First, "Taken in.");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);

        var id = await desk.Desk.PublishAsync(Samples.Harbour);
        await page.GotoAsync(desk.Desk.Address + "/records");
        await desk.SeeAsync(page.Locator("tbody tr"), "badai merusak lebih dari 500 kapal nelayan");
        await desk.SeeAsync(page.Locator("tbody tr"), "4 Mostly true");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "ClaimReview" })).ToHaveAttributeAsync("href", $"/api/records/{id}?format=claimReview");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Proof" })).ToHaveAttributeAsync("href", $"/api/log/proof?record={id}");
    }

    [Fact]
    public async Task An_address_is_sent_by_keyboard_alone_and_taken_in_or_waits_or_says_why_not()
    {
        var web = new FakeFetcher().Answer(SubmittedAddresses.Flood, SubmittedAddresses.FloodPage).Answer("https://kabar.example/lambat", SubmittedAddresses.Down());
        await using var desk = await Reviewing.OpenAsync(chromium, [], path: "/articles", web: web);
        var (page, status) = (desk.Page, desk.Page.GetByRole(AriaRole.Status).First);
        await page.GetByLabel("Address of the page").FocusAsync();
        await desk.TypeAsync(SubmittedAddresses.Flood);
        await desk.PressAsync("Enter");
        await desk.SeeAsync(status, "Taken in.");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);

        await page.GetByLabel("Address of the page").FillAsync("https://kabar.example/lambat");
        await desk.PressAsync("Enter");
        await desk.SeeAsync(status, "It is tried again by itself");

        desk.Expected.Add("422");
        await page.GetByLabel("Address of the page").FillAsync("https://kabar.example/hilang");
        await desk.PressAsync("Enter");
        await desk.SeeAsync(status, "There is no page at that address.");
        await Expect(page.GetByLabel("Address of the page")).ToHaveValueAsync("https://kabar.example/hilang");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(400)]
    [InlineData(720)]
    [InlineData(1024)]
    public async Task Nothing_runs_out_of_a_narrow_window(int width)
    {
        await using var desk = await Reviewing.OpenAsync(chromium);
        await desk.Page.SetViewportSizeAsync(width, 700);
        await desk.SeeAsync(desk.Figure, "500");
        await desk.Page.EvaluateAsync("document.querySelectorAll('.speaker-name').forEach(name => name.textContent = 'The Supervisory Board of the Southern Islands\\' Budget')");
        Assert.True(await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ScrollIntoViewIfNeededAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeInViewportAsync();
    }
}
