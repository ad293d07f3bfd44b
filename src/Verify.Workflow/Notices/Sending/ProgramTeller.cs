using Verify.Workflow.Journal;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Notices.Sending;

/// <summary>Tells a program: one notice, one request.</summary>
sealed class ProgramTeller(DeliveryEnd end, NoticeReader notices, IPostOffice office, NoticeOptions options)
{
    /// <returns>Until when the receiver is left alone; null where it took all.</returns>
    public async Task<DateTimeOffset?> TellAsync(string receiver, IReadOnlyList<WaitingDelivery> turn, NoticeTally tally, CancellationToken cancel)
    {
        var webhook = options.Webhooks.FirstOrDefault(one => Receivers.Of(one) == receiver);
        foreach (var waiting in turn)
        {
            if (await end.ClaimAsync([waiting], cancel) is not [var ours]) continue;
            var posted = webhook is null ? new Posted.Refused("the settings name no such webhook any more") : await PostAsync(webhook, ours.Delivery, cancel);
            if (posted is null) await end.DropAsync(ours, cancel);
            else if (await end.EndAsync(receiver, [ours], posted, tally, cancel) is { } rest) return rest;
        }
        return null;
    }

    async Task<Posted?> PostAsync(WebhookReceiver webhook, Delivery delivery, CancellationToken cancel)
    {
        try
        {
            return await notices.ReadAsync(delivery, new(null, webhook.Language, TimeZoneInfo.Utc), cancel) is { } notice
                ? await office.PostAsync(webhook.Name, notice, cancel)
                : null;
        }
        catch (JournalException broken)
        {
            return new Posted.Failed(broken.Message);
        }
    }
}
