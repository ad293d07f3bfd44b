using MediatR;
using Verify.Workflow.Notices.Outbox;

namespace Verify.Workflow.Notices.People;

/// <summary>Somebody's address and choice go, and with them what waits to be sent to them. Journals and records never held any of it.</summary>
public sealed record ForgetContact(string Pseudonym) : IRequest<Answer<NotificationView>>;

sealed class ForgetContactHandler(Contacts contacts, DigestStates digests, NoticeOptions options) : IRequestHandler<ForgetContact, Answer<NotificationView>>
{
    public async Task<Answer<NotificationView>> Handle(ForgetContact asked, CancellationToken cancel)
    {
        await contacts.RemoveAsync(asked.Pseudonym, cancel);
        await digests.RemoveAsync(Receivers.OfPerson(asked.Pseudonym), cancel);
        return NotificationView.Of(null, options);
    }
}
