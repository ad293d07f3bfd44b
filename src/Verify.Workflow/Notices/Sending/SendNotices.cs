using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using MediatR;
using Verify.Workflow.Notices.People;

namespace Verify.Workflow.Notices.Sending;

/// <summary>Tells everybody what is to be told now. Anyone may send it, twice, at once, after a crash.</summary>
public sealed record SendNotices : IRequest<NoticesSent>;

/// <param name="Problems">What failed, each with its receiver, in words.</param>
/// <param name="GivenUp">Notices that nobody tries any more: they are listed for operators.</param>
/// <param name="IsMore">Something is due that this request left.</param>
public sealed record NoticesSent(int Sent, ImmutableArray<string> Problems, int GivenUp, bool IsMore);

sealed class SendNoticesHandler(NoticeOptions options, Contacts contacts, NoticeExpansion expansion, NoticeDigests digests, NoticeRound round)
    : IRequestHandler<SendNotices, NoticesSent>
{
    public async Task<NoticesSent> Handle(SendNotices asked, CancellationToken cancel)
    {
        if (!options.TellsAnybody) return new(0, [], 0, false);
        var people = options.HasMail ? await contacts.AllAsync(cancel) : ImmutableDictionary<string, Contact>.Empty;
        ExceptionDispatchInfo? thrown = null;
        foreach (var prepare in (Func<Task>[])[() => expansion.RunAsync(people, cancel), () => digests.RunAsync(people, cancel)])
        {
            try
            {
                await prepare();
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                thrown ??= ExceptionDispatchInfo.Capture(failed); // what is in the outbox already is sent all the same
            }
        }
        var sent = await round.RunAsync(cancel);
        thrown?.Throw();
        return sent;
    }
}
