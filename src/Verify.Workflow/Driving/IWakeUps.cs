namespace Verify.Workflow.Driving;

/// <summary>
/// Tells the driver that something happened to a process. A hint: losing it costs time (the next deadline or sweep), never an event. A driver may
/// do what is due before it returns.
/// </summary>
public interface IWakeUps
{
    /// <param name="id">The process to advance.</param>
    /// <param name="due">When to advance it, by the mark that was written for this wake-up; null for now, where none was.</param>
    ValueTask WakeAsync(ProcessId id, DateTimeOffset? due = null, CancellationToken cancel = default);
}
