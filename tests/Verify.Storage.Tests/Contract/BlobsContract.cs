using System.Text;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Contract;

/// <summary>The laws of <see cref="IBlobs"/>, one file a verb; every store runs them all.</summary>
public abstract partial class BlobsContract : IAsyncLifetime
{
    protected const string Name = "articles/a1/raw";
    protected const string Journal = "journals/article/a1";

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected IBlobs Store { get; private set; } = null!;

    /// <summary>A store with nothing in it.</summary>
    protected abstract Task<IBlobs> OpenAsync();

    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(Blob? blob) => Encoding.UTF8.GetString(Assert.IsType<Blob>(blob).Content.Span);

    protected async Task<string?> ReadTextAsync(string name) =>
        await Store.ReadAsync(name, Cancel) is { } blob ? Text(blob) : null;

    protected async Task<string> CreateAsync(string name, string content)
    {
        Assert.True(await Store.CreateAsync(name, Bytes(content), Cancel));
        return Assert.IsType<Blob>(await Store.ReadAsync(name, Cancel)).Version;
    }

    protected async Task<List<string>> ListAsync(string prefix, string? after = null) =>
        await Store.ListAsync(prefix, after, Cancel).ToListAsync(Cancel);

    /// <summary>Asks the same of the store many times at once.</summary>
    protected static Task<T[]> AtOnce<T>(int times, Func<int, Task<T>> ask) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(n => Task.Run(() => ask(n), Cancel)));
}
