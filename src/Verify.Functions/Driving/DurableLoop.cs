using Microsoft.DurableTask;
using Verify.Workflow;
using Verify.Workflow.Driving;

namespace Verify.Functions.Driving;

/// <summary>Runs the loop of the process that the orchestration is named after.</summary>
static class DurableLoop
{
    /// <returns>The outcome; null when the process rests or the loop goes on in a new run.</returns>
    /// <exception cref="NotSupportedException">A newer version of this program began it; the message says what to do.</exception>
    public static async Task<string?> RunAsync(TaskOrchestrationContext context)
    {
        var start = context.GetInput<LoopStart>() ?? LoopStart.Advancing(null);
        if (!ProcessId.TryParse(context.InstanceId, out var id))
            throw new NotSupportedException($"\"{context.InstanceId}\" is neither an article id nor a claim id: this orchestration was not started by the desk.");
        if (start.Version != LoopStart.Current)
            throw new NotSupportedException(
                $"{id} was begun by version {start.Version} of the loop; this program knows version {LoopStart.Current}. Deploy the newer program again.");
        return await ProcessLoop.RunAsync(new DurablePort(context, id), start.Due);
    }
}
