using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;
using Verify.Workflow.Due;

namespace Verify.Workflow.Submissions;

/// <summary>One promise to try a submission: at the given minute or soon after.</summary>
readonly record struct WaitingMark(DateTimeOffset Minute, string Id);

/// <summary>
/// Marks of the submissions that wait, as names in the store: <c>submissions/waiting/{yyyyMMddHHmm}-{id}</c>, the minute rounded down, UTC.
/// A mark is written before what it stands for and removed after; a stale one costs one look.
/// </summary>
sealed class WaitingMarks(IBlobs blobs)
{
    internal const string Prefix = "submissions/waiting/";

    public Task MarkAsync(string id, DateTimeOffset time, CancellationToken cancel) => blobs.CreateAsync(Name(id, time), ReadOnlyMemory<byte>.Empty, cancel);

    public Task RemoveAsync(string id, DateTimeOffset time, CancellationToken cancel) => blobs.DeleteAsync(Name(id, time), cancel: cancel);

    public static bool SameMark(DateTimeOffset one, DateTimeOffset? other) => other is { } time && MinuteName.Of(one) == MinuteName.Of(time);

    /// <summary>The marks up to a time, earliest first. Names that are no mark are passed over.</summary>
    public async IAsyncEnumerable<WaitingMark> DueAsync(DateTimeOffset upTo, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var last = MinuteName.Of(upTo);
        await foreach (var name in blobs.ListAsync(Prefix, cancel: cancel))
        {
            if (!TryParse(name, out var mark)) continue;
            if (string.CompareOrdinal(MinuteName.Of(mark.Minute), last) > 0) yield break;
            yield return mark;
        }
    }

    static string Name(string id, DateTimeOffset time) => $"{Prefix}{MinuteName.Of(time)}-{id}";

    static bool TryParse(string name, out WaitingMark mark)
    {
        mark = default;
        var rest = name.AsSpan(Prefix.Length);
        if (rest.Length <= MinuteName.Length || rest[MinuteName.Length] != '-') return false;
        var id = rest[(MinuteName.Length + 1)..].ToString();
        if (!SubmissionStore.IsId(id)) return false;
        if (!MinuteName.TryParse(rest[..MinuteName.Length], out var minute)) return false;
        mark = new(minute, id);
        return true;
    }
}
