namespace Verify.Storage.Copying;

/// <summary>Counts of one copy. Thread-safe.</summary>
internal sealed class CopyCounts
{
    readonly Lock gate = new();
    readonly List<CopyDifference> named = [];
    string title = "";
    long written, writtenBytes, same, sameBytes, differences;

    public CopyProgress Progress
    {
        get
        {
            lock (gate) return new(title, written, writtenBytes, same);
        }
    }

    public CopyReport Report
    {
        get
        {
            lock (gate) return new(same, sameBytes, (written, writtenBytes), differences, [.. named.OrderBy(difference => difference.Name, StringComparer.Ordinal)]);
        }
    }

    public void Begin(string what)
    {
        lock (gate) title = what;
    }

    /// <summary>Forgets what an earlier comparison found.</summary>
    public void CompareAnew()
    {
        lock (gate)
        {
            (same, sameBytes, differences) = (0, 0, 0);
            named.Clear();
        }
    }

    public void Wrote(long bytes, bool isAnother)
    {
        lock (gate)
        {
            if (isAnother) written++;
            writtenBytes += bytes;
        }
    }

    public void Same(long bytes)
    {
        lock (gate)
        {
            same++;
            sameBytes += bytes;
        }
    }

    public void Different(string name, string what)
    {
        lock (gate)
        {
            differences++;
            if (named.Count < CopyReport.MostNamed) named.Add(new(name, what));
        }
    }
}
