using Verify.Workflow.Blobs;

namespace Verify.Storage.Indexing;

/// <summary>All names of a store that begin alike, in memory. Thread-safe.</summary>
sealed class NameIndex(string prefix, IBlobs store)
{
    const int AtOnce = 4096;

    readonly Lock gate = new();
    readonly SortedSet<string> names = new(StringComparer.Ordinal);
    readonly HashSet<string> noted = []; // since the listing that runs began: newer than what it finds
    Task? reading;
    int doubts = 1; // nothing is known before the first listing

    public string Prefix => prefix;

    /// <summary>A name came or went.</summary>
    public void Note(string name, bool isThere)
    {
        lock (gate)
        {
            if (reading is not null) noted.Add(name);
            if (isThere) names.Add(name);
            else names.Remove(name);
        }
    }

    /// <summary>Whether a name came or went is not known: the store is listed again before anybody is told the names.</summary>
    public void Doubt()
    {
        lock (gate) doubts++;
    }

    /// <summary>Some names after another, ascending; null when the names are not known.</summary>
    public IReadOnlyList<string>? After(string from, string? after, int most)
    {
        lock (gate)
        {
            if (doubts > 0) return null;
            var lowest = string.CompareOrdinal(after, from) > 0 ? after! : from;
            var highest = from + char.MaxValue;
            return string.CompareOrdinal(lowest, highest) > 0 ? [] : [.. Between(lowest, highest).Where(name => name != after).Take(most)];
        }
    }

    /// <summary>Lists the store anew. Who asks while it is being listed is answered by that listing.</summary>
    /// <exception cref="StoreException">The store does not answer.</exception>
    public Task ReadAsync()
    {
        lock (gate) return reading ??= Task.Run(ListAsync);
    }

    async Task ListAsync()
    {
        try
        {
            var before = Volatile.Read(ref doubts);
            var listed = new List<string>(AtOnce);
            var from = prefix;
            await foreach (var name in store.ListAsync(prefix))
            {
                listed.Add(name);
                if (listed.Count < AtOnce) continue;
                Correct(from, name, listed);
                from = name;
                listed.Clear();
            }
            Correct(from, prefix + char.MaxValue, listed);
            lock (gate) doubts -= before;
        }
        finally
        {
            lock (gate)
            {
                noted.Clear();
                reading = null;
            }
        }
    }

    /// <summary>Makes the names between two what was listed there, but for those that came or went since.</summary>
    void Correct(string from, string to, List<string> listed)
    {
        lock (gate)
        {
            var gone = Between(from, to).Except(listed).Where(name => name != from && !noted.Contains(name)).ToList();
            names.ExceptWith(gone);
            foreach (var name in listed)
                if (!noted.Contains(name)) names.Add(name);
        }
    }

    SortedSet<string> Between(string lowest, string highest) => names.GetViewBetween(lowest, highest);
}
