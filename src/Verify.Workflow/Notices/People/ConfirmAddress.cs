using MediatR;
using Verify.Workflow.Audit;

namespace Verify.Workflow.Notices.People;

/// <summary>Somebody gives back the code that was sent to their address. Confirming what is confirmed changes nothing.</summary>
public sealed record ConfirmAddress(Actor By, string Code) : IRequest<Answer<NotificationView>>, IAudited
{
    string IAudited.Person => By.Id;
}

sealed class ConfirmAddressHandler(Contacts contacts, AddressCodes codes, NoticeOptions options, TimeProvider clock) : IRequestHandler<ConfirmAddress, Answer<NotificationView>>
{
    public async Task<Answer<NotificationView>> Handle(ConfirmAddress asked, CancellationToken cancel)
    {
        var found = await contacts.FindAsync(asked.By.Id, cancel);
        if (found is null || (found.Pending is null && found.Address is null))
            return AddressCodes.NothingToConfirm;
        if (found.Pending is not { } pending) return NotificationView.Of(found, options);
        if (pending.Until <= clock.GetUtcNow() || pending.Wrong >= AddressCodes.MostWrong)
            return new Refusal(RefusalKind.Conflict, "codeOver", "This code does not count any more. Have another one sent.");

        var code = string.Concat(asked.Code.Where(letter => !char.IsWhiteSpace(letter)));
        var isRight = codes.IsRight(pending, asked.By.Id, code);
        var kept = await contacts.ChangeKeptAsync(
            asked.By.Id,
            now => now.Pending?.Code != pending.Code || now.Pending.Wrong >= AddressCodes.MostWrong ? now
                : isRight ? now with { Address = pending.Address, Pending = null } : now with { Pending = now.Pending with { Wrong = now.Pending.Wrong + 1 } },
            cancel);
        if (kept is null) return AddressCodes.NothingToConfirm;
        return isRight && kept.Address == pending.Address
            ? NotificationView.Of(kept, options)
            : new Refusal(RefusalKind.Invalid, "codeWrong", "That is not the code that was sent there. Look at the newest mail.", "/code");
    }
}
