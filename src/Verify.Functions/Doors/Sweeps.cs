using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Verify.Functions.Driving;

namespace Verify.Functions.Doors;

/// <summary>What is looked at by the clock, for what nobody told us of.</summary>
sealed class Sweeps(DueSweep due, ClientInUse clients)
{
    [Function("SweepDue")]
    public Task SweepDueAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        clients.WithAsync(client, () => due.SweepAsync(cancel));
}
