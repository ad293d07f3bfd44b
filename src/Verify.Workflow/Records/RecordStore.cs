using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Records;

/// <summary>The records: <c>records/{yyyy}/{MM}/{recordId}.json</c>, created and never touched again; and the links beside them (<see cref="RecordLink"/>).</summary>
sealed class RecordStore(IBlobs blobs)
{
    public const string Prefix = "records/";

    /// <summary>What the log keeps beside the records; behind all of them in the order of names.</summary>
    public const string CheckpointsPrefix = Prefix + "checkpoints/";

    const string Ending = ".json";

    public static string NameOf(DateTimeOffset sealedAt, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{sealedAt.UtcDateTime:yyyy'/'MM}/{id}{Ending}");

    /// <summary>Creates a record; one that is there already must be the same to the byte.</summary>
    /// <param name="superseded">How the record was sealed whose place this one takes; null for the first of a claim.</param>
    /// <exception cref="RecordException">Other bytes stand under this name.</exception>
    /// <exception cref="StoreException">The store says that it is there, and has nothing under its name: to be tried again.</exception>
    public async Task CreateAsync(RecordBytes record, PublicationSealed? superseded, CancellationToken cancel)
    {
        if (!await blobs.KeepAsync(record.Name, record.Content, cancel)) await ReadAsync(record.Name, cancel); // which compares
        // The link after its record, so that it never leads to nothing, and before the mark, so that the log holds none without its link.
        if (superseded is not null) await LinkAsync(RecordLink.NameOf(NameOf(superseded.At, superseded.RecordId)), RecordLink.ContentFor(record), cancel);
        // The record first, so that the log never holds one that is not there. The log is not waited for.
        await blobs.KeepAsync(LogBlobs.Waiting(record.Id), ReadOnlyMemory<byte>.Empty, cancel);
    }

    /// <summary>The record of an id, or null where none is.</summary>
    public async Task<RecordBytes?> FindAsync(string id, CancellationToken cancel)
    {
        // The id does not tell the month: step from month to month, each time past everything that the last one holds.
        for (string? after = null; ;)
        {
            var month = await FirstMonthAsync(after, cancel);
            if (month is null) return null;
            if (await ReadAsync($"{month}{id}{Ending}", cancel) is { } record) return record with { Later = await LaterAsync(record.Name, cancel) };
            after = month + "~";
        }
    }

    public async IAsyncEnumerable<RecordBytes> ListAsync(string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (name, isSuperseded) in LinkedAsync(after, cancel))
            if (await ReadAsync(name, cancel) is { } record) yield return isSuperseded ? record with { Later = await LaterAsync(name, cancel) } : record;
    }

    /// <summary>The names of all records.</summary>
    public async IAsyncEnumerable<string> NamesAsync(string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (name, _) in LinkedAsync(after, cancel)) yield return name;
    }

    /// <summary>Each record's name, and whether a link stands beside it: in the order of names that comes soon after it, so it costs no request.</summary>
    async IAsyncEnumerable<(string Name, bool IsSuperseded)> LinkedAsync(string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        string? record = null;
        var isSuperseded = false;
        await foreach (var name in blobs.ListAsync(Prefix, after, cancel))
        {
            if (name.StartsWith(CheckpointsPrefix, StringComparison.Ordinal)) break;
            if (record is not null && name.StartsWith(record[..^(Ending.Length - 1)], StringComparison.Ordinal))
            {
                isSuperseded |= RecordLink.RecordOf(name) == record;
                continue;
            }
            if (record is not null) yield return (record, isSuperseded);
            (record, isSuperseded) = (IdOf(name) is null ? null : name, false);
        }
        if (record is not null) yield return (record, isSuperseded);
    }

    /// <summary>The id that a name says. Null for anything else that stands there: somebody put it there, and it is none of ours.</summary>
    public static string? IdOf(string name) =>
        name.EndsWith(Ending, StringComparison.Ordinal) && name[(name.LastIndexOf('/') + 1)..^Ending.Length] is var id && ArticleId.TryParse(id, out _) ? id : null;

    async Task LinkAsync(string name, byte[] content, CancellationToken cancel)
    {
        if (await blobs.KeepAsync(name, content, cancel)) return;
        if (await blobs.ReadAsync(name, cancel) is { } there && !there.Content.Span.SequenceEqual(content)) throw Spoilt(name);
    }

    /// <summary>Follows the links to the end of the chain: it cannot go round, since each record holds the hash of the one before.</summary>
    async Task<ImmutableArray<RecordBytes>> LaterAsync(string name, CancellationToken cancel)
    {
        var later = ImmutableArray.CreateBuilder<RecordBytes>();
        while (await blobs.ReadAsync(RecordLink.NameOf(name), cancel) is { } blob)
        {
            var next = RecordLink.Read(blob) is { } link ? await ReadAsync(link.Target, cancel) : null;
            if (next?.Record.Supersedes is not { } superseded || superseded.Record != IdOf(name) || !RecordLink.ContentFor(next).AsSpan().SequenceEqual(blob.Content.Span))
                throw Spoilt(RecordLink.NameOf(name));
            later.Add(next);
            name = next.Name;
        }
        return later.ToImmutable();
    }

    static RecordException Spoilt(string link) =>
        new($"{link} is not the link that was published: it leads to no record that takes the place of the one beside it. Somebody put it there or changed it; verify log check says more.");

    async Task<string?> FirstMonthAsync(string? after, CancellationToken cancel)
    {
        await foreach (var name in blobs.ListAsync(Prefix, after, cancel))
            return name.StartsWith(CheckpointsPrefix, StringComparison.Ordinal) ? null : name[..(name.LastIndexOf('/') + 1)];
        return null;
    }

    async Task<RecordBytes?> ReadAsync(string name, CancellationToken cancel)
    {
        if (await blobs.ReadAsync(name, cancel) is not { } blob) return null;
        var id = Convert.ToHexStringLower(SHA256.HashData(blob.Content.Span));
        if (!name.EndsWith($"/{id}{Ending}", StringComparison.Ordinal))
            throw new RecordException($"{name} is not what was published: its bytes hash to {id}. Somebody changed it; restore it from a backup.");
        var record = JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Published.VerifiedRecord) ?? throw new RecordException($"{name} holds null.");
        return new(id, blob.Content, record);
    }
}

/// <summary>A record in the store is not the one that was published.</summary>
public sealed class RecordException(string message) : Exception(message);
