using System.Collections.Immutable;
using Verify.Workflow.Journal;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Notices.People;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Notices.Sending;

/// <summary>Makes of each mark one delivery for each receiver. Cut off, it makes the same ones again.</summary>
sealed class NoticeExpansion(Journal<ReviewEvent> reviews, NoticeMarks marks, DeliveryBlobs deliveries, NoticeOptions options)
{
    public async Task RunAsync(ImmutableDictionary<string, Contact> people, CancellationToken cancel)
    {
        await foreach (var mark in marks.ListAsync(cancel))
        {
            try
            {
                await ExpandAsync(mark, people, cancel);
            }
            catch (JournalException)
            {
                // Its process is stalled and listed as such; the mark stays until the journal can be read.
            }
        }
    }

    async Task ExpandAsync(NoticeMark mark, ImmutableDictionary<string, Contact> people, CancellationToken cancel)
    {
        var events = (await reviews.LoadAsync(mark.Claim.Value, cancel)).Events;
        if (NoticeKinds.Find(events, mark.Event) is not { } happened || NoticeKinds.Of(happened) is not { } kind)
        {
            // It is about to be appended, or whoever was about to died and the next one will. Once the review has ended, and no
            // correction of its record is under way, nobody will.
            if (Review.Fold(events) is { Outcome: null, Opened: not null } or { Revising: not null }) return;
            await marks.RemoveAsync(mark, cancel);
            return;
        }
        var notice = new Delivery(Receivers.NoticeId(mark.Claim.Value, mark.Event), "", kind, happened.At, [mark.Claim], mark.Event);
        foreach (var webhook in options.Webhooks)
            if (webhook.Kinds.Contains(kind)) await deliveries.WaitAsync(notice with { Receiver = Receivers.Of(webhook) }, happened.At, cancel);
        foreach (var (pseudonym, contact) in people)
            if (contact.Address is not null && contact.Choice.Kinds.Contains(kind))
                await deliveries.WaitAsync(notice with { Receiver = Receivers.OfPerson(pseudonym) }, NoticeTimes.Due(contact.Choice, happened.At), cancel);
        await marks.RemoveAsync(mark, cancel);
    }
}
