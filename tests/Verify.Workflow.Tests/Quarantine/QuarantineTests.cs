using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Quarantine;

namespace Verify.Workflow.Tests.Quarantine;

/// <summary>What an operator does about a refused input.</summary>
public sealed class QuarantineTests
{
    static readonly Actor Operator = new("o-sari", Role.Operator);
    static readonly ArticleSource Source = new("inbox", "banjir.txt");
    static readonly byte[] Readable = Encoding.UTF8.GetBytes(WorkflowScenarios.Flood);
    static readonly byte[] Unreadable = [0x25, 0x50, 0x44, 0x46, 0x2d, 0x00, 0xff, 0xfe, 0x00, 0x01];

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Task<TestDesk> OpenAsync(IBlobs? over = null) => TestDesk.OpenAsync(over ?? store, clock, new CrankedDriver(clock));

    static async Task<string> KeepAsync(TestDesk desk, byte[]? raw, ArticleSource? source = null) =>
        (await desk.Mediator.Send(new QuarantineInput(raw is null ? default(ReadOnlyMemory<byte>?) : raw, source ?? Source, "unsupportedFormat", "No version reads this."), Cancel)).Id;

    static async Task<IReadOnlyList<QuarantinedInput>> ListAsync(TestDesk desk) => TestDesk.Value(await desk.Mediator.Send(new ListQuarantine(), Cancel)).Items;

    async Task<string[]> NamesAsync(string id) =>
        [.. (await store.ListAsync($"quarantine/{id}/", cancel: Cancel).ToListAsync(Cancel)).Select(name => name[(name.LastIndexOf('/') + 1)..])];

    [Fact]
    public async Task What_can_be_read_now_is_an_article_and_leaves_the_quarantine()
    {
        await using var desk = await OpenAsync();
        var id = await KeepAsync(desk, Readable);
        var released = TestDesk.Value(await desk.Mediator.Send(new ReleaseInput(id, Operator), Cancel));
        await desk.Driver.SettleAsync();
        Assert.Equal(ArticleId.Of(Readable), released.Article);
        Assert.Equal([Source], (await desk.ArticleAsync(released.Article!.Value)).Sources);
        Assert.Equal(2, (await desk.QueueAsync()).Count);
        Assert.Empty(await ListAsync(desk));
        Assert.Equal(["released.json"], await NamesAsync(id));

        Assert.Equal(released, TestDesk.Value(await desk.Mediator.Send(new ReleaseInput(id, Operator), Cancel))); // repeated
    }

    [Fact]
    public async Task What_still_cannot_be_read_stays_and_the_answer_says_why()
    {
        await using var desk = await OpenAsync();
        var id = await KeepAsync(desk, Unreadable);
        var refusal = TestDesk.RefusalOf(await desk.Mediator.Send(new ReleaseInput(id, Operator), Cancel));
        Assert.StartsWith("It stays in quarantine, for it is still refused. ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single(await ListAsync(desk)).Id);
        Assert.Equal(["raw", "reason.json"], await NamesAsync(id));
    }

    [Fact]
    public async Task An_input_that_was_released_and_is_refused_again_can_be_released_again()
    {
        await using var desk = await OpenAsync();
        var id = await KeepAsync(desk, Readable);
        TestDesk.Value(await desk.Mediator.Send(new ReleaseInput(id, Operator), Cancel));
        Assert.Equal(id, await KeepAsync(desk, Readable));
        Assert.Single(await ListAsync(desk));
        TestDesk.Value(await desk.Mediator.Send(new ReleaseInput(id, Operator), Cancel));
        Assert.Empty(await ListAsync(desk));
    }

    [Fact]
    public async Task An_address_is_asked_for_again_and_waits_where_it_does_not_answer()
    {
        await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), web: new FakeFetcher().Answer(SubmittedAddresses.Flood, SubmittedAddresses.Down()));
        var id = await KeepAsync(desk, null, new("http", "s-1", SubmittedAddresses.Flood));
        var released = TestDesk.Value(await desk.Mediator.Send(new ReleaseInput(id, Operator), Cancel));
        Assert.Equal((null, SubmittedAddresses.Flood), (released.Article, released.Waiting?.Address));
        Assert.Single(await ListAsync(desk));
    }

    [Fact]
    public async Task Where_no_bytes_were_kept_there_is_nothing_to_release()
    {
        await using var desk = await OpenAsync();
        var id = await KeepAsync(desk, null);
        Assert.Equal("nothingKept", TestDesk.RefusalOf(await desk.Mediator.Send(new ReleaseInput(id, Operator), Cancel)).Code);
    }

    [Fact]
    public async Task What_is_discarded_leaves_who_when_and_why()
    {
        await using var desk = await OpenAsync();
        var id = await KeepAsync(desk, Unreadable);
        var end = TestDesk.Value(await desk.Mediator.Send(new DiscardInput(id, Operator, " Not ours. "), Cancel));
        Assert.Equal(new QuarantineEnd(id, Sample.Noon, Operator.Id, "unsupportedFormat", "Not ours."), end);
        Assert.Equal(["discarded.json"], await NamesAsync(id));
        Assert.Empty(await ListAsync(desk));
        Assert.Equal(0, (await desk.Mediator.Send(new GetStats(), Cancel)).Quarantined);

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(end, TestDesk.Value(await desk.Mediator.Send(new DiscardInput(id, Operator, "again"), Cancel)));
        Assert.Equal("quarantineNotFound", TestDesk.RefusalOf(await desk.Mediator.Send(new ReleaseInput(id, Operator), Cancel)).Code);
        await KeepAsync(desk, Unreadable); // the same input comes again
        Assert.Empty(await ListAsync(desk));
        Assert.Equal(["discarded.json"], await NamesAsync(id));
    }

    [Theory]
    [InlineData("", "reasonMissing")]
    [InlineData("  ", "reasonMissing")]
    [InlineData("\u200B", "reasonMissing")]
    [InlineData("a\u0000b", "notText")]
    public async Task Nothing_is_discarded_without_a_reason(string reason, string code)
    {
        await using var desk = await OpenAsync();
        var id = await KeepAsync(desk, Unreadable);
        Assert.Equal(code, TestDesk.RefusalOf(await desk.Mediator.Send(new DiscardInput(id, Operator, reason), Cancel)).Code);
        Assert.Equal("tooLong", TestDesk.RefusalOf(await desk.Mediator.Send(new DiscardInput(id, Operator, new('x', 501)), Cancel)).Code);
        Assert.Single(await ListAsync(desk));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("../../etc/passwd")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_not_there_is_not_found(string id)
    {
        await using var desk = await OpenAsync();
        Assert.Equal("quarantineNotFound", TestDesk.RefusalOf(await desk.Mediator.Send(new ReleaseInput(id, Operator), Cancel)).Code);
        Assert.Equal("quarantineNotFound", TestDesk.RefusalOf(await desk.Mediator.Send(new DiscardInput(id, Operator, "why"), Cancel)).Code);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Cut_off_anywhere_it_is_given_again_and_comes_to_the_same_end(bool isRelease, bool dies)
    {
        var reached = true;
        for (var write = 1; reached; write++)
        {
            var fresh = new MemoryBlobs();
            string id;
            await using (var desk = await OpenAsync(fresh)) id = await KeepAsync(desk, Readable);
            var faulty = dies ? FaultyBlobs.DiesAtWrite(write, fresh) : FaultyBlobs.LosesAnswerOfWrite(write, fresh);
            await Record.ExceptionAsync(() => EndAsync(faulty, id, isRelease));
            reached = faulty.Reached;

            await EndAsync(fresh, id, isRelease);
            await using var after = await OpenAsync(fresh);
            await after.Driver.SettleAsync();
            Assert.Empty(await ListAsync(after));
            Assert.Equal([$"quarantine/{id}/{(isRelease ? "released" : "discarded")}.json"], await fresh.ListAsync("quarantine/", cancel: Cancel).ToListAsync(Cancel));
            Assert.Equal(isRelease ? 2 : 0, (await after.QueueAsync()).Count);
        }
    }

    async Task EndAsync(IBlobs over, string id, bool isRelease)
    {
        await using var desk = await OpenAsync(over);
        if (isRelease) TestDesk.Value(await desk.Mediator.Send(new ReleaseInput(id, Operator), Cancel));
        else TestDesk.Value(await desk.Mediator.Send(new DiscardInput(id, Operator, "Not ours."), Cancel));
    }
}
