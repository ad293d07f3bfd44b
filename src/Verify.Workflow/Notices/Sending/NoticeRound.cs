using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Verify.Workflow.Notices.Outbox;

namespace Verify.Workflow.Notices.Sending;

/// <summary>
/// Sends what is due: receivers beside each other, the notices of one after another, so that one that is slow or down keeps no other waiting. One that
/// failed is left alone for a while, whatever else waits for it.
/// </summary>
sealed class NoticeRound(DeliveryBlobs deliveries, ProgramTeller programs, PersonTeller persons, NoticeOptions options, TimeProvider clock)
{
    const int ReceiversAtOnce = 8;
    const int MostForProgram = 20;
    const int MostInMail = 200;

    /// <summary>Courtesy, kept in memory alone: a process that starts anew may knock once more.</summary>
    readonly ConcurrentDictionary<string, DateTimeOffset> resting = new(StringComparer.Ordinal);

    public async Task<NoticesSent> RunAsync(CancellationToken cancel)
    {
        var tally = new NoticeTally();
        ExceptionDispatchInfo? thrown = null;
        await Parallel.ForEachAsync(
            await DueAsync(tally, cancel), new ParallelOptions { MaxDegreeOfParallelism = ReceiversAtOnce, CancellationToken = cancel },
            async (turn, stop) =>
            {
                try
                {
                    var rest = Receivers.Person(turn.Key) is { } pseudonym
                        ? await persons.TellAsync(pseudonym, turn.Value, tally, stop)
                        : await programs.TellAsync(turn.Key, turn.Value, tally, stop);
                    if (rest is { } until) resting[turn.Key] = until;
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    thrown ??= ExceptionDispatchInfo.Capture(failed); // one that fails takes no other with it
                }
            });
        thrown?.Throw();
        return tally.Sum();
    }

    /// <summary>The earliest of what is due for each receiver that does not rest.</summary>
    async Task<Dictionary<string, List<WaitingDelivery>>> DueAsync(NoticeTally tally, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var turns = new Dictionary<string, List<WaitingDelivery>>(StringComparer.Ordinal);
        await foreach (var due in deliveries.DueAsync(now, cancel))
        {
            var isPerson = Receivers.Person(due.Receiver) is not null;
            if (isPerson && !options.HasMail) continue; // until the settings name a mail server again
            if (resting.TryGetValue(due.Receiver, out var until) && until > now) continue;
            if (!turns.TryGetValue(due.Receiver, out var turn)) turns[due.Receiver] = turn = [];
            if (turn.Count < (isPerson ? MostInMail : MostForProgram)) turn.Add(due);
            else tally.Left(due.Receiver);
        }
        return turns;
    }
}
