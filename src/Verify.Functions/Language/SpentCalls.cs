using System.Globalization;
using System.Text;
using Verify.Workflow.Blobs;

namespace Verify.Functions.Language;

/// <summary>
/// The calls of a day (UTC), counted in the store: one small blob a day, whose number only grows. A program sets a few calls aside at a time;
/// what it has not made when it stops counts as made.
/// </summary>
sealed class SpentCalls(IBlobs store, int perDay, TimeProvider clock) : IDisposable
{
    internal const string Prefix = "language/";
    const int MostSetAside = 20;

    readonly SemaphoreSlim turn = new(1);
    readonly int portion = Math.Clamp(perDay / 100, 1, MostSetAside);
    string? today;
    int left;
    bool isSpent;

    /// <summary>False when the day's calls are spent.</summary>
    /// <exception cref="StoreException">The count cannot be read or written.</exception>
    public async Task<bool> TryTakeAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var day = clock.GetUtcNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            if (day != today) (today, left, isSpent) = (day, 0, false);
            if (left == 0 && !isSpent) isSpent = (left = await SetAsideAsync(Prefix + day, cancel)) == 0;
            if (left == 0) return false;
            left--;
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    async Task<int> SetAsideAsync(string name, CancellationToken cancel)
    {
        while (true)
        {
            var blob = await store.ReadAsync(name, cancel);
            var spent = blob is null ? 0 : Number(name, blob);
            var share = Math.Min(portion, perDay - spent);
            if (share <= 0) return 0;
            var content = Encoding.ASCII.GetBytes((spent + share).ToString(CultureInfo.InvariantCulture));
            if (blob is not null)
            {
                if (await store.ReplaceAsync(name, content, blob.Version, cancel) is not null) return share;
            }
            else if (await store.CreateAsync(name, content, cancel))
            {
                await ForgetDaysBeforeAsync(name, cancel);
                return share;
            }
        }
    }

    async Task ForgetDaysBeforeAsync(string name, CancellationToken cancel)
    {
        await foreach (var other in store.ListAsync(Prefix, cancel: cancel))
            if (string.CompareOrdinal(other, name) < 0) await store.DeleteAsync(other, cancel: cancel);
    }

    static int Number(string name, Blob blob) =>
        int.TryParse(blob.Content.Span, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new StoreException($"{name} holds no number of calls. Delete it; the day's count begins again.");
}
