using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Ports;
using Verify.Workflow.Submissions;
using static Verify.Testing.Workflow.SubmittedAddresses;

namespace Verify.Workflow.Tests.Articles;

/// <summary>An address becomes an article at once, or says why not, or waits.</summary>
public sealed class SubmitAddressTests
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();
    readonly FakeFetcher web = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Task<TestDesk> OpenAsync() => TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), web: web);

    async Task<List<string>> NamesAsync(string prefix = "") => await store.ListAsync(prefix, cancel: Cancel).ToListAsync(Cancel);

    async Task<ArticleView> ViewAsync(TestDesk desk, ArticleId id) => TestDesk.Value(await desk.Mediator.Send(new GetArticle(id), Cancel));

    [Fact]
    public async Task A_page_that_answers_is_an_article_named_by_its_bytes()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, FloodPage);
        var article = (await desk.SendAsync()).Article();
        Assert.Equal(new Submitted(ArticleId.Of(Encoding.UTF8.GetBytes(FloodText)), false), article);

        var view = await ViewAsync(desk, article.Id);
        Assert.Equal(Flood, view.Url);
        Assert.Equal(ByAni with { Address = Flood }, Assert.Single(view.Summary.Sources));
        await desk.Driver.SettleAsync();
        Assert.Equal(2, (await desk.QueueAsync()).Count);
        Assert.Empty(await NamesAsync("submissions/"));
    }

    [Fact]
    public async Task The_same_page_again_is_the_same_article_and_another_address_of_it_is_written_down()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, FloodPage).Answer("https://kabar.example/sama", FloodPage);
        var first = (await desk.SendAsync()).Article();
        Assert.True((await desk.SendAsync()).Article().IsKnown);
        Assert.True((await desk.SendAsync("https://kabar.example/sama")).Article().IsKnown);
        Assert.True((await desk.SendAsync("https://kabar.example/sama")).Article().IsKnown);
        var sources = (await desk.ArticleAsync(first.Id)).Sources;
        Assert.Equal([Flood, "https://kabar.example/sama"], sources.Select(source => source.Address));
    }

    [Fact]
    public async Task Text_that_came_by_itself_before_keeps_its_first_source()
    {
        await using var desk = await OpenAsync();
        await desk.SubmitAsync(FloodText);
        web.Answer(Flood, FloodPage);
        var article = (await desk.SendAsync()).Article();
        Assert.True(article.IsKnown);
        Assert.Equal([null, Flood], (await desk.ArticleAsync(article.Id)).Sources.Select(source => source.Address));
    }

    [Theory]
    [InlineData("HTTPS://Kabar.Example:443/banjir#bagian-2")]
    [InlineData("  https://kabar.example/banjir ")]
    [InlineData("https://kabar.example/./berita/../banjir")]
    public async Task Spellings_of_one_address_are_one_address(string spelt)
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, FloodPage);
        (await desk.SendAsync(spelt)).Article();
        Assert.Equal(Flood, Assert.Single(web.Asked).Address);
    }

    [Fact]
    public async Task A_page_speaks_for_addresses_of_its_own_site_only()
    {
        await using var desk = await OpenAsync();
        static string Page(string own) => $"<html><head><title>Banjir</title><link rel=canonical href=\"{own}\"></head><body><article><p>{FloodText}</p></article></body></html>";
        foreach (var (own, url) in new[]
        {
            ("https://kabar.example/banjir-besar", "https://kabar.example/banjir-besar"),
            ("https://www.kabar.example/banjir-besar", "https://www.kabar.example/banjir-besar"),
            ("http://kabar.example/banjir", "https://kabar.example/a?x=1"),
            ("https://surat-kabar-besar.example/banjir", "https://kabar.example/a?x=1"),
            ("https://kabar.example.jahat.example/banjir", "https://kabar.example/a?x=1"),
            ("/banjir", "https://kabar.example/a?x=1"),
        })
        {
            var fake = new FakeFetcher().Page(Flood, Page(own), "text/html", movedTo: "https://kabar.example/a?x=1");
            await using var fresh = await TestDesk.OpenAsync(new MemoryBlobs(), clock, new CrankedDriver(clock), web: fake);
            Assert.Equal(url, (await ViewAsync(fresh, (await fresh.SendAsync()).Article().Id)).Url);
        }
    }

    [Fact]
    public async Task What_the_sender_states_has_the_last_word_and_what_is_not_stated_is_the_page_s()
    {
        await using var desk = await OpenAsync();
        web.Page(Flood, $"<html lang=en><head><title>Halaman</title><meta name=author content=Yusuf></head><body><article><h1>Halaman</h1><p>{FloodText}</p></article></body></html>", "text/html");
        var article = (await desk.SendAsync(language: "id", stated: new StatedFacts("Banjir", ["Ratna"], null, "2026-03-01"))).Article();
        var view = await ViewAsync(desk, article.Id);
        Assert.Equal(("Banjir", "id", "2026-03-01", null), (view.Summary.Title, view.Summary.Language, view.Published, view.Publisher));
        Assert.Equal(["Ratna"], view.Authors);
    }

    [Fact]
    public async Task An_envelope_with_an_address_alone_is_fetched_through_any_door()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, FloodPage);
        var input = new ArticleInput(Encoding.UTF8.GetBytes($$"""{"url": "{{Flood}}", "title": "Banjir Besar", "lang": "id"}"""), FileName: "banjir.json");
        var article = (await desk.Mediator.Send(new SubmitArticle(input, new("inbox", "banjir.json")), Cancel)).Article();
        var view = await ViewAsync(desk, article.Id);
        Assert.Equal(("Banjir Besar", Flood), (view.Summary.Title, view.Url));
        Assert.Equal(new ArticleSource("inbox", "banjir.json", Flood), Assert.Single(view.Summary.Sources));
    }

    [Theory]
    [InlineData("addressNotPublic", RefusalKind.Invalid)]
    [InlineData("addressTooLarge", RefusalKind.Invalid)]
    [InlineData("addressMalformed", RefusalKind.Malformed)]
    public async Task What_can_never_be_fetched_is_refused_and_nothing_is_written(string code, RefusalKind kind)
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, new Fetched.Refused(new InputProblem(code, "Not there.")));
        Assert.Equal(new Refusal(kind, code, "Not there."), TestDesk.RefusalOf(await desk.SendAsync()));
        var input = new ArticleInput(Encoding.UTF8.GetBytes($$"""{"url": "{{Flood}}"}"""), "application/json");
        Assert.Equal(new Refusal(kind, code, "Not there.", "/url"), TestDesk.RefusalOf(await desk.Mediator.Send(new SubmitArticle(input, ByAni), Cancel)));
        Assert.Empty(await NamesAsync());
    }

    [Theory]
    [InlineData("", "text/plain", "empty", "https://kabar.example/banjir was fetched. \"banjir\" holds no text. Send the article's text.")]
    [InlineData("%PDF-1.7", "text/html", "unsupportedFormat", "https://kabar.example/banjir was fetched. \"banjir\" is a PDF document, which is not read. Send plain text, HTML or JSON.")]
    [InlineData("{\"url\": \"https://kabar.example/banjir\"}", "application/json", "noArticle", "https://kabar.example/banjir holds no article but another address. Send the address that the article stands at.")]
    public async Task What_is_fetched_and_cannot_be_read_is_refused(string content, string type, string code, string message)
    {
        await using var desk = await OpenAsync();
        web.Page(Flood, content, type);
        Assert.Equal(new Refusal(RefusalKind.Invalid, code, message), TestDesk.RefusalOf(await desk.SendAsync()));
        Assert.Single(web.Asked); // an address that only names another one is not followed
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task A_page_that_does_not_answer_now_waits()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down());
        var waiting = (await desk.SendAsync(language: "id")).Waiting();
        Assert.Equal(
            (Flood, "id", SubmissionState.Waiting, 1, Sample.Noon, Sample.Noon.AddMinutes(1), new SubmissionProblem("addressUnavailable", "The page is not given now.")),
            (waiting.Address, waiting.Language, waiting.State, waiting.Tries, waiting.SentAt, waiting.NextTry, waiting.Problem));
        Assert.Equal([$"submissions/{waiting.Id}.json", $"submissions/waiting/202603021201-{waiting.Id}"], await NamesAsync());
        Assert.Equal(64, waiting.Id.Length);
    }

    [Fact]
    public async Task A_page_that_is_slow_waits_after_ten_seconds()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, FloodPage).Hold = cancel => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        var sending = desk.SendAsync();
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(new SubmissionProblem("addressSlow", "https://kabar.example/banjir did not give its page within 10 seconds."), (await sending).Waiting().Problem);
    }

    [Fact]
    public async Task A_sender_who_leaves_leaves_nothing_behind()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, FloodPage).Hold = cancel => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        using var leaving = new CancellationTokenSource();
        var sending = desk.Mediator.Send(new SubmitAddress(Flood, ByAni), leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task An_address_that_waits_is_not_fetched_for_the_next_sender_who_is_written_down()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down());
        var first = (await desk.SendAsync()).Waiting();
        var second = (await desk.SendAsync(source: ByBudi)).Waiting();
        (await desk.SendAsync(source: ByBudi)).Waiting();
        Assert.Single(web.Asked);
        Assert.Equal((first.Id, first.NextTry, 1), (second.Id, second.NextTry, second.Tries));
        Assert.Equal([ByAni with { Address = Flood }, ByBudi with { Address = Flood }], (await desk.SubmissionAsync(first.Id)).Sources);
    }

    [Fact]
    public async Task Many_senders_of_one_address_are_written_down_within_bounds()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down());
        for (var sender = 0; sender < Submission.MostSources + 5; sender++) (await desk.SendAsync(source: new("http", $"s-{sender}"))).Waiting();
        Assert.Equal(Submission.MostSources, (await desk.SubmissionAsync((await desk.SendAsync()).Waiting().Id)).Sources.Length);
    }

    [Fact]
    public async Task Two_senders_at_the_same_moment_are_one_submission()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down());
        var both = new Barrier(2);
        web.Hold = _ => Task.Run(both.SignalAndWait, Cancel);
        var answers = await Task.WhenAll(desk.SendAsync(), desk.SendAsync(source: ByBudi));
        Assert.Equal(2, web.Asked.Count);
        var submission = await desk.SubmissionAsync(answers[0].Waiting().Id);
        Assert.Equal(["s-ani", "s-budi"], submission.Sources.Select(source => source.Name).Order());
        Assert.Equal(2, (await NamesAsync()).Count);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("../journals/article/x")]
    public async Task A_submission_that_is_not_there_is_not_found(string id)
    {
        await using var desk = await OpenAsync();
        var refusal = TestDesk.RefusalOf(await desk.Mediator.Send(new GetSubmission(id), Cancel));
        Assert.Equal((RefusalKind.NotFound, "submissionNotFound"), (refusal.Kind, refusal.Code));
    }
}
