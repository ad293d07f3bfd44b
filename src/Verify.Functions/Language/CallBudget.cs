namespace Verify.Functions.Language;

/// <summary>How often this program may ask the service: in any minute, by its own count, and in a day, by the count that all programs of the desk share.</summary>
/// <param name="perMinute">In any 60 seconds.</param>
sealed class CallBudget(SpentCalls day, int perMinute, TimeProvider clock)
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly Lock turn = new();
    readonly Queue<DateTimeOffset> lately = new();

    /// <summary>Takes one call; false when none is left. A call that is not made is not given back.</summary>
    /// <exception cref="Workflow.Blobs.StoreException">The day's count cannot be kept: then nothing may be asked.</exception>
    public async ValueTask<bool> TryTakeAsync(CancellationToken cancel) => TryTakeOfMinute() && await day.TryTakeAsync(cancel);

    bool TryTakeOfMinute()
    {
        lock (turn)
        {
            var now = clock.GetUtcNow();
            while (lately.TryPeek(out var oldest) && now - oldest >= Minute) lately.Dequeue();
            if (lately.Count >= perMinute) return false;
            lately.Enqueue(now);
            return true;
        }
    }
}
