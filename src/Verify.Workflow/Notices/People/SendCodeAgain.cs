using MediatR;
using Verify.Workflow.Audit;

namespace Verify.Workflow.Notices.People;

/// <summary>Somebody waits for a code that did not come: another one is sent to the same address, and the old one does not count any more.</summary>
public sealed record SendCodeAgain(Actor By) : IRequest<Answer<NotificationView>>, IAudited
{
    string IAudited.Person => By.Id;
}

sealed class SendCodeAgainHandler(Contacts contacts, AddressCodes codes) : IRequestHandler<SendCodeAgain, Answer<NotificationView>>
{
    public async Task<Answer<NotificationView>> Handle(SendCodeAgain asked, CancellationToken cancel) =>
        await contacts.FindAsync(asked.By.Id, cancel) is { Pending: { } pending }
            ? await codes.SendAsync(asked.By, pending.Address, cancel)
            : AddressCodes.NothingToConfirm;
}
