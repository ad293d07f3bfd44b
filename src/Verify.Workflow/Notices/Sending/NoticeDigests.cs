using System.Collections.Immutable;
using Verify.Workflow.Blobs;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Notices.People;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Notices.Sending;

/// <summary>
/// Gathers the claims that came into the queue since each receiver's last digest. The delivery is made first and is named by that digest, so that one
/// cut off here is made again and not twice.
/// </summary>
sealed class NoticeDigests(IBlobs blobs, DigestStates states, DeliveryBlobs deliveries, NoticeOptions options, TimeProvider clock)
{
    /// <summary>A claim that is in the queue so long after its opening at the latest is told once; openings that a crash cut off are done at the next start.</summary>
    static readonly TimeSpan Late = TimeSpan.FromDays(1);

    const int MostClaims = 200;

    public async Task RunAsync(ImmutableDictionary<string, Contact> people, CancellationToken cancel)
    {
        Queued? queue = null; // read once, and only where a digest is due
        foreach (var webhook in options.Webhooks)
            if (webhook.Kinds.Contains(NoticeKind.NewClaims)) queue = await RunAsync(Receivers.Of(webhook), last => last + options.DigestEvery, queue, cancel);
        foreach (var (pseudonym, contact) in people)
            if (contact.Address is not null && contact.Choice.Kinds.Contains(NoticeKind.NewClaims))
                queue = await RunAsync(Receivers.OfPerson(pseudonym), last => NoticeTimes.DigestDue(contact.Choice, last, options.DigestEvery), queue, cancel);
    }

    async Task<Queued?> RunAsync(string receiver, Func<DateTimeOffset, DateTimeOffset> next, Queued? queue, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (last, version) = await states.FindAsync(receiver, cancel);
        if (last is not null && now < next(last.At)) return queue;

        queue ??= await QueueAsync(cancel);
        if (last is not null && queue.Since(last.At - Late).Except(last.Told).ToImmutableArray() is { IsEmpty: false } fresh)
        {
            var digest = new Delivery(
                Receivers.NoticeId(receiver, last.At.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture)), receiver, NoticeKind.NewClaims, now,
                [.. fresh.Take(MostClaims)], More: Math.Max(0, fresh.Length - MostClaims));
            await deliveries.WaitAsync(digest, next(last.At), cancel);
        }
        await states.KeepAsync(receiver, new(now, [.. queue.Since(now - Late)]), version, cancel);
        return queue;
    }

    async Task<Queued> QueueAsync(CancellationToken cancel)
    {
        var claims = ImmutableArray.CreateBuilder<(ClaimId, DateTimeOffset)>();
        await foreach (var name in blobs.ListAsync(ReviewQueue.Prefix, cancel: cancel))
            if (ReviewQueue.OpenedAt(name) is { } opened && ClaimId.TryParse(name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..], out var claim)) claims.Add((claim, opened));
        return new(claims.ToImmutable());
    }

    /// <summary>The queue by its names, in the order of work.</summary>
    sealed record Queued(ImmutableArray<(ClaimId Claim, DateTimeOffset Opened)> Claims)
    {
        public IEnumerable<ClaimId> Since(DateTimeOffset time) => Claims.Where(one => one.Opened > time).Select(one => one.Claim);
    }
}
