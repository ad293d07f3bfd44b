using System.Collections.Immutable;
using Verify.Workflow.Journal;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Notices.People;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Notices.Sending;

/// <summary>Tells a person: all that is due in one mail, to the address that they confirmed, as they choose now.</summary>
sealed class PersonTeller(DeliveryEnd end, Contacts contacts, NoticeReader notices, IPostOffice office, NoticeOptions options)
{
    /// <returns>Until when the receiver is left alone; null where they were told.</returns>
    public async Task<DateTimeOffset?> TellAsync(string pseudonym, IReadOnlyList<WaitingDelivery> turn, NoticeTally tally, CancellationToken cancel)
    {
        var contact = await contacts.FindAsync(pseudonym, cancel);
        var told = ImmutableArray.CreateBuilder<(ClaimedDelivery Delivery, Notice Notice)>();
        foreach (var ours in await end.ClaimAsync(turn, cancel))
        {
            try
            {
                if (contact?.Address is not null && contact.Choice.Kinds.Contains(ours.Delivery.Kind)
                    && await notices.ReadAsync(ours.Delivery, new(new(pseudonym, contact.Role), contact.Choice.Language, ZoneOf(contact)), cancel) is { } notice) told.Add((ours, notice));
                else await end.DropAsync(ours, cancel);
            }
            catch (JournalException broken)
            {
                await end.EndAsync(Receivers.OfPerson(pseudonym), [ours], new Posted.Failed(broken.Message), tally, cancel);
            }
        }
        if (told.Count == 0) return null;
        var mail = NoticeMail.Of(contact!.Address!, [.. told.Select(one => one.Notice)], contact.Choice.Language, options.DeskAddress);
        return await end.EndAsync(Receivers.OfPerson(pseudonym), [.. told.Select(one => one.Delivery)], await office.MailAsync(mail, cancel), tally, cancel);
    }

    static TimeZoneInfo ZoneOf(Contact contact) => NoticeTimes.Zone(contact.Choice.TimeZone) ?? TimeZoneInfo.Utc;
}
