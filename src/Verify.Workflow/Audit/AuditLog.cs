using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Audit;

/// <summary>
/// Who looked and who was refused, as lines in <c>audit/{yyyy-MM-dd}/{process}</c>: never in a journal. Gathered in memory and written together, so
/// that a look costs no write of its own; a process that is killed loses the last second.
/// </summary>
/// <remarks>Thread-safe. Each process has a blob of its own for each day, so no two write at one place.</remarks>
public sealed class AuditLog(IBlobs blobs) : IAsyncDisposable
{
    internal const string Prefix = "audit/";
    internal const string DayFormat = "yyyy-MM-dd";

    /// <summary>Entries that wait for a store that does not answer, at most; what comes then is given up.</summary>
    const int MostWaiting = 100_000;

    /// <summary>Well before the end that Azure sets to appends.</summary>
    const int MostAppends = 40_000;

    readonly ConcurrentQueue<AuditEntry> waiting = [];
    readonly SemaphoreSlim writing = new(1);
    string name = "";
    long position;
    int appends;

    public void Note(AuditEntry entry)
    {
        if (waiting.Count < MostWaiting) waiting.Enqueue(entry);
    }

    /// <summary>Writes what was noted so far.</summary>
    /// <exception cref="StoreException">The store does not answer; what was noted still waits.</exception>
    public async Task WriteAsync(CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            while (waiting.TryPeek(out var first)) await WriteAsync(first.At.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture), cancel);
        }
        finally
        {
            writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await WriteAsync(CancellationToken.None);
        }
        catch (StoreException)
        {
            // The desk ends with its store away: the last entries are lost, as when it is killed.
        }
    }

    /// <summary>Appends the entries of one day that stand first, as many as one append takes.</summary>
    async Task WriteAsync(string day, CancellationToken cancel)
    {
        if (appends >= MostAppends || !name.StartsWith($"{Prefix}{day}/", StringComparison.Ordinal))
            (name, position, appends) = ($"{Prefix}{day}/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}", 0, 0);
        using var lines = new MemoryStream();
        var taken = 0;
        foreach (var entry in waiting)
        {
            if (entry.At.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture) != day || lines.Length > BlobRules.LongestAppend / 2) break;
            JsonSerializer.Serialize(lines, entry, WorkflowJson.Stored.AuditEntry);
            lines.WriteByte((byte)'\n');
            taken++;
        }
        var before = appends;
        appends = MostAppends; // where the answer is lost it may have been a success: another blob is begun, and what this one holds is said twice
        if (!await blobs.AppendAsync(name, lines.ToArray(), position, cancel)) return;
        (position, appends) = (position + lines.Length, before + 1);
        for (; taken > 0; taken--) waiting.TryDequeue(out _);
    }
}
