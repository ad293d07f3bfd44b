using MediatR;
using Verify.Workflow.Audit;

namespace Verify.Workflow.Quarantine;

/// <summary>An operator has seen a refused input and nobody needs it: its bytes go, and who said so, when and why stays. The same input is not kept again.</summary>
public sealed record DiscardInput(string Id, Actor By, string Reason) : IRequest<Answer<QuarantineEnd>>, IAudited
{
    string IAudited.Person => By.Id;
}

sealed class DiscardInputHandler(QuarantineBlobs quarantine, TimeProvider clock) : IRequestHandler<DiscardInput, Answer<QuarantineEnd>>
{
    public async Task<Answer<QuarantineEnd>> Handle(DiscardInput asked, CancellationToken cancel)
    {
        if (!QuarantineBlobs.IsId(asked.Id)) return QuarantineBlobs.NotFound(asked.Id);
        if (OperatorReason.Refuse(asked.Reason) is { } refusal) return refusal;
        if (await quarantine.DiscardedAsync(asked.Id, cancel) is { } before)
        {
            await quarantine.RemoveAsync(asked.Id, cancel);
            return before;
        }
        if (await quarantine.FindAsync(asked.Id, cancel) is not { } input) return QuarantineBlobs.NotFound(asked.Id);
        await quarantine.EndAsync(new(asked.Id, clock.GetUtcNow(), asked.By.Id, input.Code, asked.Reason.Trim()), cancel);
        return await quarantine.DiscardedAsync(asked.Id, cancel) is { } end ? end : QuarantineBlobs.NotFound(asked.Id);
    }
}
