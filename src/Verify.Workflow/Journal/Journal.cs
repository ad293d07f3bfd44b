using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Verify.Workflow.Blobs;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Journal;

/// <summary>The events of one process so far, and the byte offset at which the next one goes.</summary>
public readonly record struct History<TEvent>(ImmutableArray<TEvent> Events, long Position);

/// <summary>What became of an append.</summary>
/// <param name="IsWritten">The events stand in the journal.</param>
/// <param name="History">All that stands there now.</param>
public readonly record struct Appended<TEvent>(bool IsWritten, History<TEvent> History);

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
    /// Appends events after the given history, all of them or none. Where other events stand there by now nothing is written, and the answer
    /// holds them: decide anew on those. Events whose first is there already are these events: an append that succeeded can still be answered
    /// with an error.
    /// </summary>
    /// <exception cref="StoreException">The store does not answer; whether the events were written will show at the next load.</exception>
    public async Task<Appended<TEvent>> AppendAsync(string id, History<TEvent> history, ImmutableArray<TEvent> happened, CancellationToken cancel)
    {
        if (history.Events.Length + happened.Length > MostEvents)
            throw new JournalException($"{prefix}{id} holds {history.Events.Length} events, the most a journal takes. Nothing was written.");
        var lines = Lines(happened);
        try
        {
            if (await blobs.AppendAsync(prefix + id, lines, history.Position, cancel))
                return new(true, new(history.Events.AddRange(happened), history.Position + lines.Length));
        }
        catch (StoreException)
        {
            if (await FindAsync(id, happened[0].Id, cancel) is { IsWritten: true } written) return written;
            throw;
        }
        DeskMetrics.AppendRetried();
        return await FindAsync(id, happened[0].Id, cancel);
    }

    /// <inheritdoc cref="AppendAsync(string, History{TEvent}, ImmutableArray{TEvent}, CancellationToken)"/>
    public Task<Appended<TEvent>> AppendAsync(string id, History<TEvent> history, TEvent happened, CancellationToken cancel) =>
        AppendAsync(id, history, [happened], cancel);

    async Task<Appended<TEvent>> FindAsync(string id, string eventId, CancellationToken cancel)
    {
        var history = await LoadAsync(id, cancel);
        return new(history.Events.Any(happened => happened.Id == eventId), history);
    }

    byte[] Lines(ImmutableArray<TEvent> happened)
    {
        using var lines = new MemoryStream();
        foreach (var one in happened)
        {
            JsonSerializer.Serialize(lines, one, json);
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
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
