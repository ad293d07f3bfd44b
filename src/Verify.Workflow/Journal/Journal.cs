using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Verify.Workflow.Blobs;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Journal;

/// <summary>The events of one process so far, and the byte offset at which the next one goes.</summary>
public readonly record struct History<TEvent>(ImmutableArray<TEvent> Events, long Position);

/// <summary>The journals of one kind of process: one JSON object a line, appended at a known position or not at all.</summary>
public sealed class Journal<TEvent>(IBlobs blobs, string prefix, JsonTypeInfo<TEvent> json)
    where TEvent : class, IEvent
{
    /// <summary>Azure ends an append blob at 50,000 blocks; a journal stops well before, loudly.</summary>
    public const int MostEvents = 40_000;

    public string Prefix => prefix;

    /// <summary>An empty history where no journal is.</summary>
    /// <exception cref="JournalException">A line is no event of this kind.</exception>
    public async Task<History<TEvent>> LoadAsync(string id, CancellationToken cancel)
    {
        var blob = await blobs.ReadAsync(prefix + id, cancel);
        return blob is null ? new([], 0) : new(Parse(prefix + id, blob.Content), blob.Content.Length);
    }

    /// <summary>
    /// Appends an event after the given history. Null when other events stand there by now: load again and decide anew.
    /// An event of the same id that is there already is this event: an append that succeeded can still be answered with an error.
    /// </summary>
    /// <exception cref="StoreException">The store does not answer; whether the event was written will show at the next load.</exception>
    public async Task<History<TEvent>?> AppendAsync(string id, History<TEvent> history, TEvent happened, CancellationToken cancel)
    {
        if (history.Events.Length >= MostEvents)
            throw new JournalException($"{prefix}{id} holds {history.Events.Length} events, the most a journal takes. Nothing was written.");
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(happened, json), (byte)'\n'];
        try
        {
            if (await blobs.AppendAsync(prefix + id, line, history.Position, cancel))
                return new(history.Events.Add(happened), history.Position + line.Length);
        }
        catch (StoreException)
        {
            if (await FindAsync(id, happened.Id, cancel) is { } written) return written;
            throw;
        }
        DeskMetrics.AppendRetried();
        return await FindAsync(id, happened.Id, cancel);
    }

    async Task<History<TEvent>?> FindAsync(string id, string eventId, CancellationToken cancel)
    {
        var history = await LoadAsync(id, cancel);
        return history.Events.Any(happened => happened.Id == eventId) ? history : null;
    }

    ImmutableArray<TEvent> Parse(string name, ReadOnlyMemory<byte> content)
    {
        var events = ImmutableArray.CreateBuilder<TEvent>();
        for (var rest = content.Span; rest.Length > 0;)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0) break;
            try
            {
                events.Add(JsonSerializer.Deserialize(rest[..end], json) ?? throw new JsonException("null"));
            }
            catch (Exception wrong) when (wrong is JsonException or NotSupportedException) // the latter: no type, or none that is known
            {
                throw new JournalException($"{name}, line {events.Count + 1}: no {typeof(TEvent).Name} this version knows. {wrong.Message}", wrong);
            }
            rest = rest[(end + 1)..];
        }
        return events.ToImmutable();
    }
}

/// <summary>A journal cannot be read or has no room. Nobody guesses around it: a person must look.</summary>
public sealed class JournalException(string message, Exception? inner = null) : Exception(message, inner);
