using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Verify.Workflow;
using Verify.Workflow.Driving;

namespace Verify.Functions.Driving;

/// <summary>
/// A hint begins the orchestration of its process, or reaches the one that runs as an external event. A hint that does not arrive is said and left: the mark in the store stands for it, and <see cref="DueSweep"/> finds that.
/// </summary>
sealed partial class DurableWakeUps(ClientInUse clients, ILogger<DurableWakeUps> log) : IWakeUps
{
    /// <summary>An orchestration in one of these is not started again under its id. Said, because not every version has it as its default.</summary>
    static readonly IReadOnlyList<string> Alive =
        [nameof(OrchestrationRuntimeStatus.Pending), nameof(OrchestrationRuntimeStatus.Running), nameof(OrchestrationRuntimeStatus.Suspended)];

    /// <inheritdoc/>
    public async ValueTask WakeAsync(ProcessId id, DateTimeOffset? due = null, CancellationToken cancel = default)
    {
        try
        {
            if (!await TryStartAsync(id, due, cancel)) await RaiseAsync(id, due, cancel);
        }
        catch (Exception lost) when (lost is RpcException or InvalidOperationException or ArgumentException)
        {
            HintLost(id, lost.Message);
        }
    }

    /// <summary>Starts the loop of a process that has none; false when one runs.</summary>
    /// <param name="due">The mark that its first advance answers.</param>
    public async Task<bool> TryStartAsync(ProcessId id, DateTimeOffset? due, CancellationToken cancel)
    {
        var name = id.IsReview ? nameof(ReviewOrchestration) : nameof(ArticleOrchestration);
        try
        {
            await clients.Client.ScheduleNewOrchestrationInstanceAsync(
                name, LoopStart.Advancing(due), new StartOrchestrationOptions(id.Value) { DedupeStatuses = Alive }, cancel);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    Task RaiseAsync(ProcessId id, DateTimeOffset? due, CancellationToken cancel) =>
        clients.Client.RaiseEventAsync(id.Value, WakeUp.Name, new WakeUp(due), cancel);

    [LoggerMessage(3001, LogLevel.Debug, "A hint for {Id} did not arrive; the next sweep looks after it: {Reason}")]
    partial void HintLost(ProcessId id, string reason);
}
