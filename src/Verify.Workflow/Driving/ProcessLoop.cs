namespace Verify.Workflow.Driving;

/// <summary>What a driver offers to one running process. The loop awaits nothing else.</summary>
public interface IProcessPort
{
    /// <summary>Sends <see cref="Advance"/> for this process, with the mark it answers; tried again by the driver when the store does not answer.</summary>
    Task<Progress> AdvanceAsync(DateTimeOffset? due);

    /// <summary>Sees to it that the loop of another process runs. Starting one that runs, waits or has finished changes nothing.</summary>
    /// <param name="due">The mark that its first <see cref="Advance"/> answers.</param>
    Task StartAsync(ProcessId child, DateTimeOffset due);

    /// <summary>
    /// Waits for a wake-up or a time, whichever comes first. A time that is not in the future waits a second, so that clocks that disagree never spin.
    /// </summary>
    Task<Waited> WaitAsync(DateTimeOffset? until);
}

/// <summary>Why a wait ended.</summary>
public enum Waited
{
    WokenUp,
    TimeCame,

    /// <summary>The driver keeps this process without a running loop and runs the loop anew when something happens.</summary>
    Parked,
}

/// <summary>The loop that every driver runs for every process: advance, start the children that are missing, wait, again.</summary>
public static class ProcessLoop
{
    /// <summary>Runs a process until it is finished (its outcome) or parked (null).</summary>
    public static async Task<string?> RunAsync(IProcessPort port, DateTimeOffset? due)
    {
        var started = new HashSet<ProcessId>();
        while (true)
        {
            var progress = await port.AdvanceAsync(due);
            foreach (var child in progress.Children)
                if (started.Add(child)) await port.StartAsync(child, progress.ChildrenDue!.Value);
            if (progress.IsFinished) return progress.Outcome;

            var waited = await port.WaitAsync(progress.Until);
            if (waited == Waited.Parked) return null;
            due = waited == Waited.TimeCame ? progress.Until : null;
        }
    }
}
