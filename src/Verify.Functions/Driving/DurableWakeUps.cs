using DurableTask.Core.Exceptions;
using Grpc.Core;
using MediatR;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Verify.Workflow;
using Verify.Workflow.Driving;

namespace Verify.Functions.Driving;

/// <summary>
/// What is due now on a review is done by the function that brought it about. What is due later is an orchestration that starts then; a process
/// whose orchestration runs is told by an external event. A hint that does not arrive is said and left: the mark in the store stands for it,
/// and <see cref="DueSweep"/> finds that.
/// </summary>
sealed partial class DurableWakeUps(ClientInUse clients, IMediator mediator, TimeProvider clock, ILogger<DurableWakeUps> log) : IWakeUps
{
    /// <summary>An orchestration in one of these is not started again under its id. Said, because not every version has it as its default.</summary>
    static readonly IReadOnlyList<string> Alive =
        [nameof(OrchestrationRuntimeStatus.Pending), nameof(OrchestrationRuntimeStatus.Running), nameof(OrchestrationRuntimeStatus.Suspended)];

    /// <summary>The platform puts a start off by whole seconds and cuts off the rest: one that comes too early would have to wait again, by a timer.</summary>
    static readonly TimeSpan RoundedUp = TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1);

    /// <inheritdoc/>
    public async ValueTask WakeAsync(ProcessId id, DateTimeOffset? due = null, CancellationToken cancel = default)
    {
        // An article is searched behind its sender's back, however long that takes.
        var isDone = id.IsReview && due is { } mark && mark <= clock.GetUtcNow() && await TryAdvanceAsync(id, mark);
        if (!isDone) await HintAsync(id, due, cancel);
    }

    /// <summary>Starts the loop of a process, or tells the one that runs.</summary>
    public async Task HintAsync(ProcessId id, DateTimeOffset? due, CancellationToken cancel)
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

    /// <summary>Starts the loop of a process that has none; false when one runs or is going to.</summary>
    /// <param name="due">The mark that its first advance answers, and when the loop starts.</param>
    public async Task<bool> TryStartAsync(ProcessId id, DateTimeOffset? due, CancellationToken cancel)
    {
        var name = id.IsReview ? nameof(ReviewOrchestration) : nameof(ArticleOrchestration);
        var options = new StartOrchestrationOptions(id.Value, due > clock.GetUtcNow() ? due + RoundedUp : null) { DedupeStatuses = Alive };
        try
        {
            await clients.Client.ScheduleNewOrchestrationInstanceAsync(name, LoopStart.Advancing(due), options, cancel);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    /// <summary>False when an orchestration has to go on: to try again, and to say so where every try fails.</summary>
    async Task<bool> TryAdvanceAsync(ProcessId id, DateTimeOffset due)
    {
        try
        {
            // What was decided is carried out, whether or not its sender is still there.
            var progress = await mediator.Send(new Advance(id, due), CancellationToken.None);
            return progress.IsFinished || progress.Until - clock.GetUtcNow() > DurablePort.LongestWait;
        }
        catch (Exception failed)
        {
            NotDoneAtOnce(id, failed);
            return false;
        }
    }

    Task RaiseAsync(ProcessId id, DateTimeOffset? due, CancellationToken cancel) =>
        clients.Client.RaiseEventAsync(id.Value, WakeUp.Name, new WakeUp(due), cancel);

    [LoggerMessage(3001, LogLevel.Debug, "A hint for {Id} did not arrive; the next sweep looks after it: {Reason}")]
    partial void HintLost(ProcessId id, string reason);

    [LoggerMessage(3002, LogLevel.Warning, "{Id} could not be advanced at once; an orchestration tries again.")]
    partial void NotDoneAtOnce(ProcessId id, Exception failed);
}
