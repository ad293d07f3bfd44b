using System.Collections.Immutable;
using MediatR;

namespace Verify.Workflow.Stalls;

/// <summary>The processes that wait for somebody to mend what stopped them, in the order of their ids.</summary>
/// <param name="Cursor"><see cref="Page{T}.Next"/> of the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListStalled(string? Cursor = null, int Limit = 50) : IRequest<Answer<Page<StalledProcess>>>;

/// <summary>A process that is stalled.</summary>
/// <param name="Id">An article's or a claim's id.</param>
/// <param name="Reason">What the last try said.</param>
/// <param name="Times">How often it was given up in a row.</param>
/// <param name="At">When it was given up last.</param>
/// <param name="RetryAt">When it is tried again by itself.</param>
public sealed record StalledProcess(string Id, string Reason, int Times, DateTimeOffset At, DateTimeOffset RetryAt);

sealed class ListStalledHandler(StalledMarks marks) : IRequestHandler<ListStalled, Answer<Page<StalledProcess>>>
{
    public async Task<Answer<Page<StalledProcess>>> Handle(ListStalled asked, CancellationToken cancel)
    {
        if (PageLimits.Refuse(asked.Limit, asked.Cursor) is { } refusal) return refusal;
        var items = ImmutableArray.CreateBuilder<StalledProcess>();
        await foreach (var (id, stalled) in marks.ListAsync(asked.Cursor, cancel))
        {
            items.Add(new(id.Value, stalled.Reason, stalled.Times, stalled.At, stalled.RetryAt));
            if (items.Count == asked.Limit) return new Page<StalledProcess>(items.ToImmutable(), id.Value);
        }
        return new Page<StalledProcess>(items.ToImmutable(), null);
    }
}
