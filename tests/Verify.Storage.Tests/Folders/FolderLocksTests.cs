using Verify.Storage.Folders;

namespace Verify.Storage.Tests.Folders;

/// <summary>Two stores on one folder stand for two processes: their locks know of each other only through the files.</summary>
public sealed class FolderLocksTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_name_that_another_process_writes_is_waited_for()
    {
        var held = await Locks().EnterAsync("a", Cancel);
        var waiting = Locks().EnterAsync("a", Cancel);
        Assert.False(waiting.IsCompleted);

        held.Dispose();

        (await waiting).Dispose();
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var held = await Locks().EnterAsync("a", Cancel);
        using var enough = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Locks().EnterAsync("a", enough.Token));
    }

    [Fact]
    public async Task Names_that_differ_in_case_only_wait_for_each_other()
    {
        var held = await Locks().EnterAsync("Queue/A", Cancel);
        var waiting = Locks().EnterAsync("queue/a", Cancel);
        Assert.False(waiting.IsCompleted);

        held.Dispose();
        (await waiting).Dispose();
    }

    [Fact]
    public async Task Many_stores_on_one_folder_agree_on_who_won()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Task.Run(() => new FolderBlobs(folder.Path).CreateAsync("a", new byte[1], Cancel), Cancel)));

        Assert.Single(created, won => won);
    }

    FolderLocks Locks() => new(new FolderNames(folder.Path));
}
