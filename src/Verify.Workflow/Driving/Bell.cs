namespace Verify.Workflow.Driving;

/// <summary>Tells whoever works in this process that there is work. A hint: one that is lost costs time, since what waits is found in the store.</summary>
public abstract class Bell : IDisposable
{
    readonly SemaphoreSlim rung = new(0, 1);
    readonly Lock gate = new();

    public void Ring()
    {
        lock (gate)
            if (rung.CurrentCount == 0) rung.Release();
    }

    /// <summary>Returns once it was rung since the last return, or after a while without.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancel)
    {
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(rung.WaitAsync(waited.Token), Task.Delay(longest, clock, waited.Token));
        await waited.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        rung.Dispose();
        GC.SuppressFinalize(this);
    }
}
