using Verify.Storage.Folders;

namespace Verify.Storage.Tests.Folders;

/// <summary>Which folders are flushed, and for whom.</summary>
public sealed class FolderFlushesTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly List<string> flushed = [];
    readonly Lock gate = new();
    Func<Task> before = () => Task.CompletedTask;

    string Place(params string[] parts) => Path.Combine([folder.Path, .. parts]);

    FolderFlushes Flushes() => new(new FolderNames(folder.Path), Flush);

    bool Flush(string path)
    {
        lock (gate) flushed.Add(Path.GetRelativePath(folder.Path, path));
        before().Wait();
        return Directory.Exists(path);
    }

    string[] Flushed()
    {
        lock (gate) return [.. flushed];
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_folder_is_flushed_with_those_above_it()
    {
        Directory.CreateDirectory(Place("journals", "review"));
        await Flushes().SettleAsync(Place("journals", "review"));
        Assert.Equal([Path.Combine("journals", "review"), "journals", "."], Flushed());
    }

    [Fact]
    public async Task A_folder_of_the_first_level_is_looked_after_once_and_one_below_it_each_time()
    {
        Directory.CreateDirectory(Place("journals", "review"));
        var flushes = Flushes();
        await flushes.SettleAsync(Place("journals", "review"));
        flushed.Clear();
        await flushes.SettleAsync(Place("journals", "review"));
        Assert.Equal([Path.Combine("journals", "review"), "journals"], Flushed());
        flushed.Clear();
        await flushes.SettleAsync(Place("journals"));
        Assert.Equal(["journals"], Flushed());
    }

    [Fact]
    public async Task A_folder_that_is_gone_has_the_one_above_it_flushed()
    {
        Directory.CreateDirectory(Place("queue"));
        await Flushes().SettleAsync(Place("queue", "07"));
        Assert.Equal([Path.Combine("queue", "07"), "queue", "."], Flushed());
    }

    [Fact]
    public async Task Those_who_come_while_a_folder_is_flushed_share_the_flush_after_it()
    {
        Directory.CreateDirectory(Place("queue"));
        var flushes = Flushes();
        await flushes.SettleAsync(Place("queue"));
        flushed.Clear();
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        before = () =>
        {
            begun.TrySetResult();
            return go.Task;
        };
        var first = flushes.SettleAsync(Place("queue"));
        await begun.Task;
        Task[] others = [.. Enumerable.Range(0, 5).Select(_ => flushes.SettleAsync(Place("queue")))];
        Assert.Equal(["queue"], Flushed());
        Assert.All(others, other => Assert.False(other.IsCompleted));
        go.SetResult();
        await Task.WhenAll([first, .. others]);
        Assert.Equal(["queue", "queue"], Flushed());
    }

    [Fact]
    public async Task A_flush_that_fails_fails_for_who_waits_for_it_and_not_for_the_next()
    {
        Directory.CreateDirectory(Place("queue"));
        var flushes = Flushes();
        before = () => Task.FromException(new IOException("the disk is gone"));
        await Assert.ThrowsAnyAsync<Exception>(() => flushes.SettleAsync(Place("queue")));
        before = () => Task.CompletedTask;
        await flushes.SettleAsync(Place("queue"));
    }
}
