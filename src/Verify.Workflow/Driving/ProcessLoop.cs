namespace Verify.Workflow.Driving;

/// <summary>The loop that every driver runs for every process: advance, start the children that are missing, wait, again.</summary>
public static class ProcessLoop
{
    /// <summary>Runs a process until it is finished (its outcome), parked or begun anew (null).</summary>
    /// <param name="due">The mark that the first <see cref="Advance"/> answers, and when it is to be answered; null for now, without a mark.</param>
    public static async Task<string?> RunAsync(IProcessPort port, DateTimeOffset? due)
    {
        if (due > port.Now)
        {
            if (await RestAsync(port, due) is not { } ended) return null;
            due = ended.Due;
        }
        var started = new HashSet<ProcessId>();
        while (true)
        {
            var progress = await port.AdvanceAsync(due);
            foreach (var child in progress.Children)
                if (started.Add(child)) await port.StartAsync(child, progress.ChildrenDue!.Value);
            if (progress.IsFinished) return progress.Outcome;

            if (await RestAsync(port, progress.Until) is not { } ended) return null;
            due = ended.Due;
            if (port.BeginsAnew(due)) return null;
        }
    }

    /// <summary>Waits until the process is to be advanced; null when it is parked.</summary>
    static async Task<Rested?> RestAsync(IProcessPort port, DateTimeOffset? until)
    {
        while (true)
        {
            switch (await port.WaitAsync(until))
            {
                case Waited.TimeCame:
                    return new(until);
                case Waited.WokenUp(var due) when due is null || due <= port.Now:
                    return new(due);
                case Waited.WokenUp(var due):
                    if (until is null || due < until) until = due;
                    break;
                default:
                    return null;
            }
        }
    }

    readonly record struct Rested(DateTimeOffset? Due);
}
