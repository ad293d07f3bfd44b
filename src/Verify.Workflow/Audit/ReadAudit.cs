using System.Globalization;
using System.Runtime.CompilerServices;
using MediatR;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Audit;

/// <summary>The looks and refusals of one day (UTC), as JSON Lines: in their order of each process that wrote, one process after the other.</summary>
public sealed record ReadAudit(DateOnly Day) : IRequest<IAsyncEnumerable<ReadOnlyMemory<byte>>>;

sealed class ReadAuditHandler(IBlobs blobs, AuditLog log) : IRequestHandler<ReadAudit, IAsyncEnumerable<ReadOnlyMemory<byte>>>
{
    public async Task<IAsyncEnumerable<ReadOnlyMemory<byte>>> Handle(ReadAudit asked, CancellationToken cancel)
    {
        await log.WriteAsync(cancel);
        return LinesAsync($"{AuditLog.Prefix}{asked.Day.ToString(AuditLog.DayFormat, CultureInfo.InvariantCulture)}/", cancel);
    }

    async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var name in blobs.ListAsync(prefix, cancel: cancel))
            if (await blobs.ReadAsync(name, cancel) is { } blob) yield return blob.Content;
    }
}
