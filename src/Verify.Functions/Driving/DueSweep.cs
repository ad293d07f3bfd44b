using Verify.Workflow.Due;

namespace Verify.Functions.Driving;

/// <summary>Advances what is marked due: deadlines of processes at rest, and what a lost hint or a store that was copied here left behind.</summary>
sealed class DueSweep(DueMarks marks, DurableWakeUps driver, TimeProvider clock)
{
    /// <summary>Of younger marks a running orchestration most likely knows; of older ones it is told.</summary>
    static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    /// <summary>The most marks one sweep answers; the next sweep goes on.</summary>
    const int Most = 1_000;

    /// <returns>How many marks were looked at.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var (now, count) = (clock.GetUtcNow(), 0);
        await foreach (var mark in marks.ListAsync(now, cancel))
        {
            if (mark.Minute < now - Overdue) await driver.HintAsync(mark.Id, mark.Minute, cancel);
            else await driver.TryStartAsync(mark.Id, mark.Minute, cancel);
            if (++count == Most) break;
        }
        return count;
    }
}
