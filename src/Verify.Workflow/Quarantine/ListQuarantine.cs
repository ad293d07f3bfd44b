using System.Collections.Immutable;
using System.Text.Json;
using MediatR;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Quarantine;

/// <summary>Refused inputs in the order of their ids.</summary>
/// <param name="Cursor"><see cref="Page{T}.Next"/> of the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListQuarantine(string? Cursor = null, int Limit = 50) : IRequest<Answer<Page<QuarantinedInput>>>;

sealed class ListQuarantineHandler(IBlobs blobs) : IRequestHandler<ListQuarantine, Answer<Page<QuarantinedInput>>>
{
    public async Task<Answer<Page<QuarantinedInput>>> Handle(ListQuarantine asked, CancellationToken cancel)
    {
        if (PageLimits.Refuse(asked.Limit, asked.Cursor) is { } refusal) return refusal;
        var items = ImmutableArray.CreateBuilder<QuarantinedInput>();
        var after = asked.Cursor is null ? null : $"{QuarantineBlobs.Prefix}{asked.Cursor}{QuarantineBlobs.ReasonName}";
        await foreach (var name in blobs.ListAsync(QuarantineBlobs.Prefix, after, cancel))
        {
            if (!name.EndsWith(QuarantineBlobs.ReasonName, StringComparison.Ordinal) || await blobs.ReadAsync(name, cancel) is not { } blob) continue;
            var item = JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.QuarantinedInput)!;
            items.Add(item);
            if (items.Count == asked.Limit) return new Page<QuarantinedInput>(items.ToImmutable(), item.Id);
        }
        return new Page<QuarantinedInput>(items.ToImmutable(), null);
    }
}
