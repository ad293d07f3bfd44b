using Verify.Workflow.Due;

namespace Verify.Functions.Driving;

/// <summary>Looks after what is marked due and was not advanced: a hint was lost, or a desk was moved here with its store and without its orchestrations.</summary>
sealed class Revival(DueMarks marks, DurableWakeUps driver, TimeProvider clock)
{
    /// <summary>Younger marks are most likely being answered now.</summary>
    static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    /// <summary>The most marks one sweep answers; the next sweep goes on.</summary>
    const int Most = 1_000;

    /// <returns>How many marks were answered.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var count = 0;
        await foreach (var mark in marks.ListAsync(clock.GetUtcNow() - Overdue, cancel))
        {
            if (++count > Most) return Most;
            if (!await driver.TryStartAsync(mark.Id, mark.Minute, cancel)) await driver.WakeAsync(mark.Id, mark.Minute, cancel);
        }
        return count;
    }
}
