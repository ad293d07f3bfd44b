using MediatR;
using Verify.Workflow.Audit;

namespace Verify.Workflow.Notices.People;

/// <summary>Somebody chooses what they are told, and where. An address that is new to them is sent a code, and used only once that came back.</summary>
/// <param name="Address">Null or empty removes every address that is kept of them.</param>
public sealed record SetNotifications(Actor By, NoticeChoice Choice, string? Address) : IRequest<Answer<NotificationView>>, IAudited
{
    string IAudited.Person => By.Id;
}

sealed class SetNotificationsHandler(Contacts contacts, AddressCodes codes, NoticeOptions options) : IRequestHandler<SetNotifications, Answer<NotificationView>>
{
    public async Task<Answer<NotificationView>> Handle(SetNotifications asked, CancellationToken cancel)
    {
        if (NoticeChoiceRules.Refuse(asked.Choice) is { } refusal) return refusal;
        var address = string.IsNullOrWhiteSpace(asked.Address) ? null : asked.Address.Trim();
        if (address is not null && !MailAddress.IsValid(address))
            return new Refusal(RefusalKind.Invalid, "addressInvalid", "This is no mail address that the desk can write to. Give one as name@example.org.", "/address");
        if (address is not null && !options.HasMail)
            return new Refusal(RefusalKind.Conflict, "noMail", "This desk sends no mail: its settings name no mail server. Ask who runs it.");

        var choice = asked.Choice with { Kinds = [.. asked.Choice.Kinds.Distinct()] };
        var kept = await contacts.ChangeAsync(asked.By.Id, found => new(
            asked.By.Role, choice,
            address is null ? null : found?.Address,
            address is null || address == found?.Address ? null : found?.Pending is { } pending && pending.Address == address ? pending : null), cancel);
        if (address is null || address == kept.Address || kept.Pending is not null) return NotificationView.Of(kept, options);
        return await codes.SendAsync(asked.By, address, cancel);
    }
}
