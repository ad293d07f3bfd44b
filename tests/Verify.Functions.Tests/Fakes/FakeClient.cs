using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Verify.Functions.Tests.Fakes;

/// <summary>The client of a <see cref="FakeTaskHub"/>, as far as the desk uses one.</summary>
sealed class FakeClient(FakeTaskHub hub) : DurableTaskClient("fake")
{
    /// <summary>Set to lose every event, as when the network fails behind the answer.</summary>
    public bool IsDeaf { get; set; }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var id = options?.InstanceId ?? throw new InvalidOperationException("The desk names every instance itself.");
        Assert.Equal(["Pending", "Running", "Suspended"], options.DedupeStatuses);
        if (IsDeaf) return Task.FromResult(id);
        return hub.TryStart(orchestratorName.Name, id, Wire.Write(input), options.StartAt) ? Task.FromResult(id) : throw new OrchestrationAlreadyExistsException(id);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        if (!IsDeaf) hub.Raise(instanceId, eventName, Wire.Write(eventPayload));
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
