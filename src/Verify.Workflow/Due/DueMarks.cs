using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Due;

/// <summary>One promise to advance a process: at the given minute or soon after.</summary>
public readonly record struct DueMark(DateTimeOffset Minute, ProcessId Id);

/// <summary>
/// Marks of when a process must be advanced, as names in the store: <c>due/{yyyyMMddHHmm}/{processId}</c>, the minute rounded down, UTC.
/// A mark is written before the wait it stands for and removed after; a stale one costs one <see cref="Advance"/>.
/// </summary>
public sealed class DueMarks(IBlobs blobs)
{
    internal const string Prefix = "due/";

    public Task MarkAsync(ProcessId id, DateTimeOffset time, CancellationToken cancel) =>
        blobs.CreateAsync(Name(id, time), ReadOnlyMemory<byte>.Empty, cancel);

    public Task RemoveAsync(ProcessId id, DateTimeOffset time, CancellationToken cancel) =>
        blobs.DeleteAsync(Name(id, time), cancel: cancel);

    public static bool SameMark(DateTimeOffset one, DateTimeOffset? other) => other is { } time && MinuteName.Of(one) == MinuteName.Of(time);

    /// <summary>Every mark, earliest first; only those up to a time where one is given. Names that are no mark are passed over.</summary>
    public async IAsyncEnumerable<DueMark> ListAsync(DateTimeOffset? upTo = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var last = upTo is { } time ? MinuteName.Of(time) : null;
        await foreach (var name in blobs.ListAsync(Prefix, cancel: cancel))
        {
            if (!TryParse(name, out var mark)) continue;
            if (last is not null && string.CompareOrdinal(name, Prefix.Length, last, 0, MinuteName.Length) > 0) yield break;
            yield return mark;
        }
    }

    internal static string Name(ProcessId id, DateTimeOffset time) => $"{Prefix}{MinuteName.Of(time)}/{id.Value}";

    internal static bool TryParse(string name, out DueMark mark)
    {
        mark = default;
        var parts = name.Split('/');
        if (parts.Length != 3 || !ProcessId.TryParse(parts[2], out var id)) return false;
        if (!MinuteName.TryParse(parts[1], out var minute)) return false;
        mark = new(minute, id);
        return true;
    }
}
