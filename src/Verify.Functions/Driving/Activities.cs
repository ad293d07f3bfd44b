using MediatR;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Verify.Workflow;
using Verify.Workflow.Stalls;

namespace Verify.Functions.Driving;

/// <summary>What orchestrations do: send the workflow's own requests.</summary>
sealed class Activities(IMediator mediator, ClientInUse clients)
{
    public const string Advance = nameof(Advance);
    public const string Stall = nameof(Stall);

    [Function(Advance)]
    public Task<AdvanceOutput> AdvanceAsync([ActivityTrigger] AdvanceInput input, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        SendAsync(client, new Advance(Process(input.Id), input.Due), cancel);

    [Function(Stall)]
    public Task<AdvanceOutput> StallAsync([ActivityTrigger] StallInput input, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        SendAsync(client, new Stall(Process(input.Id), input.Reason), cancel);

    async Task<AdvanceOutput> SendAsync(DurableTaskClient client, IRequest<Progress> request, CancellationToken cancel) =>
        AdvanceOutput.Of(await clients.WithAsync(client, () => mediator.Send(request, cancel)));

    static ProcessId Process(string id) => ProcessId.TryParse(id, out var process) ? process : throw new ArgumentException($"\"{id}\" names no process.", nameof(id));
}
