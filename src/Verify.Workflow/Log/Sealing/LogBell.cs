namespace Verify.Workflow.Log.Sealing;

/// <summary>Tells whoever seals in this process that a record waits. A hint: one that is lost costs time, since records that wait are found in the store.</summary>
public sealed class LogBell : IDisposable
{
    readonly SemaphoreSlim rung = new(0, 1);
    readonly Lock gate = new();

    public void Ring()
    {
        lock (gate)
            if (rung.CurrentCount == 0) rung.Release();
    }

    /// <summary>Returns once it was rung since the last return.</summary>
    public Task WaitAsync(CancellationToken cancel) => rung.WaitAsync(cancel);

    public void Dispose() => rung.Dispose();
}
