namespace Verify.Workflow.Notices.Outbox;

/// <summary>Tells whoever sends in this process that something is to be told. A hint: one that is lost costs time, since what waits is found in the store.</summary>
public sealed class NoticeBell : IDisposable
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
