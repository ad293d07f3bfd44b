using MediatR;

namespace Verify.Workflow.Notices.People;

/// <summary>What somebody is told, and where.</summary>
public sealed record GetNotifications(Actor By) : IRequest<Answer<NotificationView>>;

sealed class GetNotificationsHandler(Contacts contacts, NoticeOptions options) : IRequestHandler<GetNotifications, Answer<NotificationView>>
{
    public async Task<Answer<NotificationView>> Handle(GetNotifications asked, CancellationToken cancel)
    {
        var contact = await contacts.FindAsync(asked.By.Id, cancel);
        // Whom a notice is for depends on the role, and the directory may have given another one since.
        if (contact is not null && contact.Role != asked.By.Role)
            contact = await contacts.ChangeKeptAsync(asked.By.Id, found => found with { Role = asked.By.Role }, cancel);
        return NotificationView.Of(contact, options);
    }
}
