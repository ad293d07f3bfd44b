using Verify.Workflow.Stalls;

namespace Verify.Workflow.Driving;

/// <summary>What a driver offers to one running process. The loop awaits nothing else.</summary>
public interface IProcessPort
{
    DateTimeOffset Now { get; }

    /// <summary>
    /// Sends <see cref="Advance"/> for this process, with the mark it answers. Tried again by the driver when it fails; what fails in every
    /// try is reported as <see cref="Stall"/>, whose answer is handed on.
    /// </summary>
    Task<Progress> AdvanceAsync(DateTimeOffset? due);

    /// <summary>
    /// Sees to it that another process, at rest until a time, is advanced then or when something happens to it. Starting one that rests, runs
    /// or has finished changes nothing.
    /// </summary>
    Task StartAsync(ProcessId child, DateTimeOffset until);

    /// <summary>
    /// Waits for a wake-up or a time, whichever comes first. A time that is not in the future waits a second, so that clocks that disagree never spin.
    /// </summary>
    Task<Waited> WaitAsync(DateTimeOffset? until);

    /// <summary>True when the driver runs this loop anew, beginning with the advance that is next, in place of letting it go on.</summary>
    bool BeginsAnew(DateTimeOffset? due) => false;
}

/// <summary>Why a wait ended.</summary>
public abstract record Waited
{
    Waited() { }

    public sealed record TimeCame : Waited;

    /// <param name="Due">When the process is to be advanced, as the hint said; null for now.</param>
    public sealed record WokenUp(DateTimeOffset? Due) : Waited;

    /// <summary>The driver keeps this process without a running loop and runs the loop anew when something happens.</summary>
    public sealed record Parked : Waited;
}
