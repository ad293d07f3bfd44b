using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Ingestion.Messages;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;

namespace Verify.Ingestion.Tests.Messages;

/// <summary>What becomes of messages: an article, or a reason in quarantine; thrown is only what the queue is to try again.</summary>
public sealed class TakeMessageTests : IAsyncLifetime
{
    const string Text = "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir di kabupaten itu.";

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();
    readonly FakeFetcher web = new();
    readonly MemoryInbox inbox;
    TestDesk desk = null!;

    public TakeMessageTests() => inbox = new(clock);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await OpenAsync(store);

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    Task<TestDesk> OpenAsync(IBlobs over) =>
        TestDesk.OpenAsync(over, clock, new CrankedDriver(clock), web: web, more: services => services.AddInbox(inbox).AddQueue());

    Task<MessageTaken> TakeAsync(string body) => desk.Mediator.Send(new TakeMessage(body), Cancel);

    async Task<IReadOnlyList<QuarantinedInput>> QuarantineAsync() => TestDesk.Value(await desk.Mediator.Send(new ListQuarantine(), Cancel)).Items;

    static string Event(string name, string container = "verify-inbox") =>
        $$"""{"eventType":"Microsoft.Storage.BlobCreated","subject":"/blobServices/default/containers/{{container}}/blobs/{{name}}","data":{"api":"PutBlob"} }""";

    [Fact]
    public async Task The_same_message_twice_is_one_article()
    {
        var first = await TakeAsync(Text);
        var second = await TakeAsync(Text);

        Assert.Equal([ArticleId.Of(Encoding.UTF8.GetBytes(Text))], first.Articles);
        Assert.Equal(first.Articles, second.Articles);
        Assert.Equal([new ArticleSource("queue")], (await desk.ArticleAsync(first.Articles[0])).Sources);
        Assert.Empty(await QuarantineAsync());
    }

    [Fact]
    public async Task A_text_by_queue_and_by_container_is_one_article()
    {
        inbox.Drop("a.txt", Encoding.UTF8.GetBytes(Text));

        Assert.Equal((await TakeAsync(Text)).Articles, (await TakeAsync(Event("a.txt"))).Articles);
    }

    [Theory]
    [InlineData("""{"text":"Dinas menyatakan 40 jembatan rusak akibat banjir.","title":"Banjir"}""", "json")]
    [InlineData("<!doctype html><meta charset=windows-1252><title>Banjir</title><h1>Banjir</h1><p>Dinas menyatakan “40 jembatan” rusak akibat banjir.</p>", "html")]
    public async Task The_reader_finds_out_what_an_article_is_written_in(string body, string format)
    {
        var article = await desk.ArticleAsync(Assert.Single((await TakeAsync(body)).Articles));

        Assert.Equal((format, "Banjir"), (article.Format, article.Title));
        if (format == "html") Assert.Contains("“40 jembatan”", TestDesk.Value(await desk.Mediator.Send(new GetArticle(article.Id), Cancel)).Text);
    }

    [Fact]
    public async Task An_event_takes_its_blob_and_the_same_event_again_finds_nothing()
    {
        inbox.Drop("laporan.txt", Encoding.UTF8.GetBytes(Text));

        Assert.Single((await TakeAsync(Event("laporan.txt"))).Articles);
        Assert.Equal((0, 0), (await TakeAsync(Event("laporan.txt")) is var again ? again.Articles.Length : 0, again.Quarantined.Length));
        Assert.Empty(inbox.Names);
    }

    [Fact]
    public async Task An_array_of_events_is_done_whole()
    {
        inbox.Drop("a.txt", Encoding.UTF8.GetBytes(Text));
        inbox.Drop("b.png", [0x89, .. "PNG\r\n\u001a\n"u8]);

        var taken = await TakeAsync($"[{Event("a.txt")},{Event("b.png")},{Event("c.json", "verify-records")}]");

        Assert.Single(taken.Articles);
        Assert.Equal(["unsupportedFormat", "eventNotTaken"], taken.Quarantined.Select(input => input.Code));
    }

    [Fact]
    public async Task An_address_is_fetched()
    {
        web.Page("https://kabar.example/banjir", Text);

        var article = await desk.ArticleAsync(Assert.Single((await TakeAsync("https://kabar.example/banjir")).Articles));

        Assert.Equal(("queue", "https://kabar.example/banjir"), (article.Sources[0].Door, article.Sources[0].Address));
    }

    [Fact]
    public async Task An_address_that_cannot_be_fetched_now_waits_and_is_no_reason_to_keep_the_message()
    {
        web.Answer("https://kabar.example/banjir", new Fetched.Failed(new("addressUnavailable", "It is down.")));

        Assert.Single((await TakeAsync("https://kabar.example/banjir")).Waiting);
        Assert.Single((await TakeAsync("""{"url":"https://kabar.example/banjir"}""")).Waiting);
        Assert.Empty(await QuarantineAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005")]
    [InlineData("""{"body":"Dinas menyatakan 40 jembatan rusak."}""")]
    [InlineData("""{"text":"a","text":"b"}""")]
    [InlineData("""{"text":"Dinas menyat""")]
    [InlineData("https://nowhere.example/")]
    [InlineData("""{"url":"https://nowhere.example/"}""")]
    [InlineData("[1]")]
    [InlineData("inbox/../verify/articles/a/raw")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/verify-inbox/blobs/a"}""")]
    public async Task A_bad_message_is_kept_with_its_reason_once_however_often_it_comes(string body)
    {
        for (var times = 0; times < 2; times++) Assert.Single((await TakeAsync(body)).Quarantined);

        var item = Assert.Single(await QuarantineAsync());
        Assert.Equal("queue", item.Source.Door);
        Assert.NotEmpty(item.Reason);
        Assert.Equal(body, Encoding.UTF8.GetString((await store.ReadAsync($"quarantine/{item.Id}/raw", Cancel))!.Content.Span));
    }

    [Theory]
    [InlineData(Text)]
    [InlineData("")]
    [InlineData("inbox/a.txt")]
    public async Task A_store_that_does_not_answer_is_thrown_so_that_the_message_stays(string body)
    {
        inbox.Drop("a.txt", Encoding.UTF8.GetBytes(Text));
        await using var dead = await OpenAsync(FaultyBlobs.DiesAtWrite(1, new MemoryBlobs()));

        await Assert.ThrowsAsync<StoreException>(() => dead.Mediator.Send(new TakeMessage(body), Cancel));

        Assert.Equal(["a.txt"], inbox.Names);
    }

    [Fact]
    public async Task A_message_that_the_queue_gave_up_on_is_kept_whole_beside_whatever_was_said_of_it_before()
    {
        const string body = """{"body":"Dinas menyatakan 40 jembatan rusak."}""";
        await TakeAsync(body);

        for (var times = 0; times < 2; times++) Assert.Equal("poison", (await desk.Mediator.Send(new TakePoison(body), Cancel)).Code);

        var kept = await QuarantineAsync();
        Assert.Equal(2, kept.Count);
        var item = Assert.Single(kept, input => input.Code == "poison");
        Assert.Equal(body, Encoding.UTF8.GetString((await store.ReadAsync($"quarantine/{item.Id}/raw", Cancel))!.Content.Span));
    }
}
