using System.Collections.Immutable;
using MediatR;

namespace Verify.Workflow.Records;

/// <summary>One record, its exact bytes included.</summary>
public sealed record GetRecord(string Id) : IRequest<Answer<RecordBytes>>;

sealed class GetRecordHandler(RecordStore records) : IRequestHandler<GetRecord, Answer<RecordBytes>>
{
    public async Task<Answer<RecordBytes>> Handle(GetRecord asked, CancellationToken cancel) =>
        // A record id has the shape of an article id: a SHA-256 in hex.
        ArticleId.TryParse(asked.Id, out _) && await records.FindAsync(asked.Id, cancel) is { } record
            ? record
            : new Refusal(RefusalKind.NotFound, "recordNotFound", $"There is no record {asked.Id}. A record id is 64 lower-case hex digits; GET /api/records lists them.");
}

/// <summary>Records by the month they were sealed in, then by id.</summary>
/// <param name="Cursor"><see cref="Page{T}.Next"/> of the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListRecords(string? Cursor = null, int Limit = 50) : IRequest<Answer<Page<RecordBytes>>>;

sealed class ListRecordsHandler(RecordStore records) : IRequestHandler<ListRecords, Answer<Page<RecordBytes>>>
{
    public async Task<Answer<Page<RecordBytes>>> Handle(ListRecords asked, CancellationToken cancel)
    {
        if (PageLimits.Refuse(asked.Limit, asked.Cursor) is { } refusal) return refusal;
        var items = ImmutableArray.CreateBuilder<RecordBytes>();
        await foreach (var record in records.ListAsync(asked.Cursor is null ? null : $"{RecordStore.Prefix}{asked.Cursor}.json", cancel))
        {
            items.Add(record);
            if (items.Count == asked.Limit) return new Page<RecordBytes>(items.ToImmutable(), record.Name[RecordStore.Prefix.Length..^".json".Length]);
        }
        return new Page<RecordBytes>(items.ToImmutable(), null);
    }
}

/// <summary>Every record, streamed.</summary>
public sealed record ExportRecords : IRequest<IAsyncEnumerable<RecordBytes>>;

sealed class ExportRecordsHandler(RecordStore records) : IRequestHandler<ExportRecords, IAsyncEnumerable<RecordBytes>>
{
    public Task<IAsyncEnumerable<RecordBytes>> Handle(ExportRecords asked, CancellationToken cancel) => Task.FromResult(records.ListAsync(null, cancel));
}
