using Verify.Storage.Folders;
using Verify.Testing.Blobs;
using Verify.Testing.Emulators;
using Verify.Workflow.Blobs;

namespace Verify.Host.Tests.Crash;

/// <summary>
/// Stops the store at its first write, then at its second, and so on to the last one of a whole life, opens the desk again over what is there, and looks
/// for anything lost or doubled.
/// </summary>
public sealed class CrashWalk : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("verify-crash-");

    Azurite? azurite; // of this test alone

    public void Dispose()
    {
        azurite?.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public Task Over_a_folder_that_dies() => WalkAsync<Life>(NewFolder, FaultyBlobs.DiesAtWrite);

    [Fact]
    public Task Over_a_folder_that_loses_an_answer() => WalkAsync<Life>(NewFolder, FaultyBlobs.LosesAnswerOfWrite);

    [Fact]
    public async Task Over_containers_that_die() => await WalkAsync<Life>(await NewContainersAsync(), FaultyBlobs.DiesAtWrite);

    [Fact]
    public async Task Over_containers_that_lose_an_answer() => await WalkAsync<Life>(await NewContainersAsync(), FaultyBlobs.LosesAnswerOfWrite);

    [Fact]
    public Task A_record_is_revised_over_a_folder_that_dies() => WalkAsync<RevisedLife>(NewFolder, FaultyBlobs.DiesAtWrite);

    [Fact]
    public Task A_record_is_revised_over_a_folder_that_loses_an_answer() => WalkAsync<RevisedLife>(NewFolder, FaultyBlobs.LosesAnswerOfWrite);

    [Fact]
    public async Task A_record_is_revised_over_containers_that_die() => await WalkAsync<RevisedLife>(await NewContainersAsync(), FaultyBlobs.DiesAtWrite);

    [Fact]
    public async Task A_record_is_revised_over_containers_that_lose_an_answer() => await WalkAsync<RevisedLife>(await NewContainersAsync(), FaultyBlobs.LosesAnswerOfWrite);

    IBlobs NewFolder() => new FolderBlobs(Path.Combine(folder.FullName, Guid.NewGuid().ToString("N")));

    async Task<Func<IBlobs>> NewContainersAsync()
    {
        azurite = await Azurite.StartAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        return () => Verify.Storage.Stores.Open(azurite.NewAddress());
    }

    static async Task WalkAsync<TLife>(Func<IBlobs> newStore, Func<int, IBlobs, FaultyBlobs> faultAt)
        where TLife : ILife, new()
    {
        var reached = true;
        for (var write = 1; reached; write++)
        {
            var store = newStore();
            ILife life = new TLife();
            await life.PrepareAsync(store);
            var faulty = faultAt(write, store);
            await life.LiveAsync(faulty);
            reached = faulty.Reached;
            Assert.True(reached || life.IsOver, "A life without a fault comes to its end.");

            // A new process over the same store; only what was not acknowledged is asked for again. Again, where a busy machine adds a fault of its own.
            for (var lives = 0; lives < 3 && !(life.IsOver && lives > 0); lives++) await life.LiveAsync(store);
            await life.CheckAsync(store, $"write {write}");
            Assert.True(write < 500, "A life has far fewer writes.");
        }
    }
}
