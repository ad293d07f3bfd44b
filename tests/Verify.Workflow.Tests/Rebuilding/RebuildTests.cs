using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Due;
using Verify.Workflow.Rebuilding;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Rebuilding;

/// <summary>What is derived can be lost, spoilt or stale: the journals give it back.</summary>
public sealed class RebuildTests
{
    readonly EveryState made = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    async Task<Rebuilt> RebuildAsync(IBlobs? store = null)
    {
        await using var desk = await made.OpenAsync(store);
        return await desk.Mediator.Send(new Rebuild(), Cancel);
    }

    [Fact]
    public async Task The_desk_of_these_tests_has_every_state()
    {
        var claims = await made.MakeAsync();
        await using var desk = await made.OpenAsync();
        var states = new Dictionary<string, ClaimState>();
        foreach (var (state, claim) in claims) states[state] = (await desk.ClaimAsync(claim, Sample.Ani)).State;
        Assert.Equal(
            "expired Expired, published Published, rejected Rejected, disagreed Disagreed, escalated Open, open Open, one of two AwaitingSecond, stalled Open, "
            + "leased Open, decided Decided, both decided AwaitingSecond, one of two in its window AwaitingSecond, withdrawn Open",
            string.Join(", ", states.Select(state => $"{state.Key} {state.Value}")));
        Assert.True((await desk.ClaimAsync(claims["escalated"])).IsEscalated);
        foreach (var folder in EveryState.Derived) Assert.NotEmpty(await made.TextAsync(folder));
    }

    [Fact]
    public async Task Where_all_is_right_nothing_changes()
    {
        await made.MakeAsync();
        var before = await made.TextAsync();
        var counting = new CountingBlobs(made.Store);
        var rebuilt = await RebuildAsync(counting);
        Assert.Equal(before, await made.TextAsync());
        Assert.DoesNotContain(counting.Take().Keys, verb => !verb.StartsWith("read", StringComparison.Ordinal) && !verb.StartsWith("list", StringComparison.Ordinal));
        Assert.Equal((15, 13), (rebuilt.Articles, rebuilt.Reviews));
        Assert.All(rebuilt.Folders, folder => Assert.Equal((0, 0), (folder.Written, folder.Removed)));
        Assert.Equal(EveryState.Derived.Order(), rebuilt.Folders.Select(folder => folder.Prefix).Order());
        Assert.All(rebuilt.Folders, folder => Assert.True(folder.Right > 0, folder.Prefix));
    }

    [Fact]
    public async Task Every_derived_name_that_is_gone_comes_back_with_its_bytes()
    {
        await made.MakeAsync();
        var before = await made.TextAsync();
        foreach (var name in await NamesAsync()) await made.Store.DeleteAsync(name, cancel: Cancel);
        var rebuilt = await RebuildAsync();
        Assert.Equal(before, await made.TextAsync());
        Assert.All(rebuilt.Folders, folder => Assert.Equal(0, folder.Right + folder.Removed));
        Assert.Equal(rebuilt.Folders.Select(folder => folder with { Right = folder.Written, Written = 0 }), (await RebuildAsync()).Folders);
    }

    [Fact]
    public async Task Every_derived_name_that_is_spoilt_is_mended()
    {
        await made.MakeAsync();
        var before = await made.TextAsync();
        foreach (var name in await NamesAsync())
            await made.Store.ReplaceAsync(name, "{spoilt"u8.ToArray(), (await made.Store.ReadAsync(name, Cancel))!.Version, Cancel);
        await RebuildAsync();
        Assert.Equal(before, await made.TextAsync());
    }

    [Fact]
    public async Task Names_that_no_journal_speaks_for_go()
    {
        var claims = await made.MakeAsync();
        var before = await made.TextAsync();
        var (published, open, unknown) = (claims["published"], claims["open"], new ClaimId(ArticleId.Of("never came"u8), 3));
        foreach (var name in (string[])
                 [
                     $"queue/07/20260302120000000-{published}", $"queue/99/20260302120000000-{open}", $"queue/07/20260302120000000-{unknown}", "queue/none",
                     DueMarks.Name(published, made.Clock.GetUtcNow().AddDays(-1)), DueMarks.Name(unknown, made.Clock.GetUtcNow().AddDays(-1)),
                     DueMarks.Name(open, made.Clock.GetUtcNow().AddDays(70)), "due/soon/me", "due/202603021200/me",
                     $"leases/{open}", $"leases/{unknown}", "leases/x", $"stalled/{open}", $"stalled/{unknown}", "reviewers/r-nobody",
                     $"states/published/{open.Article.Value[..2]}/{open}", $"states/expired/{published.Article.Value[..2]}/{published}", $"states/awaitingSecond/r-nobody/{open}", "states/rejected/x",
                 ])
            await made.Store.CreateAsync(name, "[]"u8.ToArray(), Cancel);
        var rebuilt = await RebuildAsync();
        Assert.Equal(before, await made.TextAsync());
        Assert.Equal([4, 5, 3, 2, 4, 1], rebuilt.Folders.Select(folder => folder.Removed));
    }

    [Fact]
    public async Task What_is_derived_from_a_journal_that_cannot_be_read_stays_and_is_told()
    {
        var claims = await made.MakeAsync();
        var name = $"journals/review/{claims["open"]}";
        await made.Store.AppendAsync(name, "no event\n"u8.ToArray(), (await made.Store.ReadAsync(name, Cancel))!.Content.Length, Cancel);
        var before = await made.TextAsync();
        var rebuilt = await RebuildAsync();
        Assert.Equal(before, await made.TextAsync());
        Assert.Contains($"{name}, line 2", Assert.Single(rebuilt.Unreadable), StringComparison.Ordinal);
        Assert.Equal(12, rebuilt.Reviews);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cut_off_anywhere_it_goes_on_when_it_is_begun_again(bool dies)
    {
        await made.MakeAsync();
        var before = await made.TextAsync();
        var reached = true;
        for (var write = 1; reached; write++)
        {
            foreach (var name in await NamesAsync()) await made.Store.DeleteAsync(name, cancel: Cancel);
            await made.Store.CreateAsync("queue/none", "x"u8.ToArray(), Cancel);
            var faulty = dies ? FaultyBlobs.DiesAtWrite(write, made.Store) : FaultyBlobs.LosesAnswerOfWrite(write, made.Store);
            await Record.ExceptionAsync(() => RebuildAsync(faulty));
            reached = faulty.Reached;
            await RebuildAsync();
            Assert.Equal(before, await made.TextAsync());
        }
    }

    async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        foreach (var prefix in EveryState.Derived) names.AddRange(await made.Store.ListAsync(prefix, cancel: Cancel).ToListAsync(Cancel));
        return names;
    }

    [Fact]
    public async Task The_mark_of_a_correction_under_way_comes_back_and_one_that_is_published_has_none()
    {
        var claims = await made.MakeAsync();
        await using (var desk = await made.OpenAsync())
        {
            TestDesk.Value(await desk.ReviseAsync((await desk.ClaimAsync(claims["published"])).RecordId!, "correction-1", Sample.Approve(1)));
        }
        var before = await made.TextAsync();
        foreach (var name in await NamesAsync()) await made.Store.DeleteAsync(name, cancel: Cancel);
        await RebuildAsync();
        Assert.Equal(before, await made.TextAsync());

        await using var again = await made.OpenAsync();
        await again.Driver.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Single(await again.RecordsAsync(), record => record.Record.Supersedes is not null);
        Assert.DoesNotContain(claims["published"].Value, await made.TextAsync(EveryState.Derived[..4]), StringComparison.Ordinal);
    }
}
