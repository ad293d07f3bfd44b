using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Notices.Outbox;

/// <summary>One event that somebody is to be told of.</summary>
readonly record struct NoticeMark(ClaimId Claim, string Event);

/// <summary>
/// Marks of the events that people are told of, as names in the store: <c>outbox/new/{claimId}/{eventId}</c>. A mark is written before its event is
/// appended and only where somebody is told of such; it is removed once a delivery for each receiver is in the outbox.
/// </summary>
sealed class NoticeMarks(IBlobs blobs, NoticeOptions options, NoticeBell bell)
{
    public const string Prefix = "outbox/new/";

    /// <summary>Costs nothing for an event that nobody is told of.</summary>
    public async Task MarkAsync(ClaimId claim, ReviewEvent happening, CancellationToken cancel)
    {
        if (NoticeKinds.Of(happening) is not { } kind || !options.Tells(kind)) return;
        await blobs.KeepAsync(Name(new(claim, happening.Id)), ReadOnlyMemory<byte>.Empty, cancel);
        bell.Ring();
    }

    public Task RemoveAsync(NoticeMark mark, CancellationToken cancel) => blobs.DeleteAsync(Name(mark), cancel: cancel);

    /// <summary>Names that are no mark are passed over.</summary>
    public async IAsyncEnumerable<NoticeMark> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var name in blobs.ListAsync(Prefix, cancel: cancel))
            if (name[Prefix.Length..].Split('/') is [var claim, var happened] && ClaimId.TryParse(claim, out var id)) yield return new(id, happened);
    }

    static string Name(NoticeMark mark) => $"{Prefix}{mark.Claim}/{mark.Event}";
}
