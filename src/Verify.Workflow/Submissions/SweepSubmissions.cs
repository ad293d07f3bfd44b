using System.Runtime.ExceptionServices;
using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Quarantine;

namespace Verify.Workflow.Submissions;

/// <summary>Tries the submissions that are due, the earliest first. Anyone may send it, twice, at once, after a crash.</summary>
/// <param name="Most">Tries of this sweep; what is left waits for the next one.</param>
public sealed record SweepSubmissions(int Most = 50) : IRequest<SweptSubmissions>;

/// <param name="Taken">Those that are articles now.</param>
/// <param name="GivenUp">Those that are in quarantine now.</param>
public sealed record SweptSubmissions(int Tried, int Taken, int GivenUp);

sealed class SweepSubmissionsHandler(
    SubmissionStore submissions, WaitingMarks marks, AddressReader pages, Arrivals arrivals, IMediator mediator, TimeProvider clock)
    : IRequestHandler<SweepSubmissions, SweptSubmissions>
{
    const int AtOnce = 4;

    /// <summary>A mark that answers to nothing is left so long: whoever wrote it may be about to write what it stands for.</summary>
    static readonly TimeSpan Stale = TimeSpan.FromHours(1);

    public async Task<SweptSubmissions> Handle(SweepSubmissions asked, CancellationToken cancel)
    {
        int tried = 0, taken = 0, givenUp = 0;
        ExceptionDispatchInfo? thrown = null;
        await Parallel.ForEachAsync(
            marks.DueAsync(clock.GetUtcNow(), cancel).TakeWhile(_ => Volatile.Read(ref tried) < asked.Most),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (mark, stopping) =>
            {
                try
                {
                    if (await ClaimAsync(mark, stopping) is not { } claimed) return;
                    Interlocked.Increment(ref tried);
                    var ended = await TryAsync(claimed, stopping);
                    if (ended == SubmissionState.Done) Interlocked.Increment(ref taken);
                    if (ended == SubmissionState.Quarantined) Interlocked.Increment(ref givenUp);
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    thrown ??= ExceptionDispatchInfo.Capture(failed); // one that fails takes no other with it
                }
            });
        thrown?.Throw();
        return new(tried, taken, givenUp);
    }

    async Task<Submission?> ClaimAsync(WaitingMark mark, CancellationToken cancel)
    {
        var (stands, isClaimed) = await submissions.ChangeAsync(mark.Id, found => Task.FromResult(Claim(found)), cancel);
        if (isClaimed) return stands;
        if (clock.GetUtcNow() - mark.Minute > Stale) await marks.RemoveAsync(mark.Id, mark.Minute, cancel);
        return null;
    }

    /// <summary>Makes the try ours: it is counted, and due again only if nothing comes of us. Null when it is not due, or somebody else's by now.</summary>
    Submission? Claim(Submission? found)
    {
        var now = clock.GetUtcNow();
        return found is { State: SubmissionState.Waiting } && found.NextTry <= now ? found with { Tries = found.Tries + 1, NextTry = now + RetryPlan.Claim } : null;
    }

    async Task<SubmissionState> TryAsync(Submission claimed, CancellationToken cancel)
    {
        // Claimed once more than it is tried: the last try came to no end, and whoever made it neither.
        if (claimed.Tries > RetryPlan.MostTries) return await GiveUpAsync(claimed, InVain(claimed, claimed.Problem), null, cancel);
        return await pages.ReadAsync(claimed.Address, claimed.Language, claimed.Stated, RetryPlan.Patience, cancel) switch
        {
            AddressReading.Read read when await arrivals.RefuseAsync(read.Raw, cancel) is { } why => await GiveUpAsync(claimed, new(why.Code, why.Message), null, cancel),
            AddressReading.Read read => await TakeInAsync(claimed, read, cancel),
            AddressReading.Refused refused => await GiveUpAsync(claimed, new(refused.Problem.Code, refused.Problem.Message), refused.Raw, cancel),
            AddressReading.Failed failed when claimed.Tries >= RetryPlan.MostTries =>
                await GiveUpAsync(claimed, InVain(claimed, new(failed.Problem.Code, failed.Problem.Message)), null, cancel),
            AddressReading.Failed failed => await WaitAsync(claimed, failed, cancel),
            _ => throw new ArgumentException("A fetch gives text, a refusal or a failure.", nameof(claimed)),
        };
    }

    async Task<SubmissionState> TakeInAsync(Submission claimed, AddressReading.Read read, CancellationToken cancel)
    {
        var ended = await submissions.ChangeAsync(
            claimed.Id,
            async found =>
            {
                if (!IsOurs(found, claimed)) return null;
                // Asked again where another sender joined meanwhile: all of them are written down before it says that it is done.
                Submitted? submitted = null;
                foreach (var source in found!.Sources)
                {
                    if (await arrivals.TakeInAsync(read.Raw, read.Text, source, cancel) is not Answer<Submitted>.Ok ok) return null; // erased this moment: the next try says so
                    submitted = ok.Value;
                }
                return found with { State = SubmissionState.Done, NextTry = null, Problem = null, Article = submitted!.Id };
            },
            cancel);
        return ended.Stands?.State ?? SubmissionState.Waiting;
    }

    Task<SubmissionState> WaitAsync(Submission claimed, AddressReading.Failed failed, CancellationToken cancel)
    {
        var next = clock.GetUtcNow() + RetryPlan.After(claimed.Tries, failed.RetryAfter);
        return EndAsync(claimed, found => found with { NextTry = next, Problem = new(failed.Problem.Code, failed.Problem.Message) }, cancel);
    }

    async Task<SubmissionState> GiveUpAsync(Submission claimed, SubmissionProblem problem, ReadOnlyMemory<byte>? raw, CancellationToken cancel)
    {
        await mediator.Send(new QuarantineInput(raw, claimed.Sources[0], problem.Code, problem.Message), cancel);
        return await EndAsync(claimed, found => found with { State = SubmissionState.Quarantined, NextTry = null, Problem = problem }, cancel);
    }

    async Task<SubmissionState> EndAsync(Submission claimed, Func<Submission, Submission> end, CancellationToken cancel)
    {
        var ended = await submissions.ChangeAsync(claimed.Id, found => Task.FromResult(IsOurs(found, claimed) ? end(found!) : null), cancel);
        return ended.Stands?.State ?? SubmissionState.Waiting;
    }

    static bool IsOurs(Submission? found, Submission claimed) =>
        found is { State: SubmissionState.Waiting } && found.Tries == claimed.Tries && found.NextTry == claimed.NextTry;

    static SubmissionProblem InVain(Submission claimed, SubmissionProblem? last) => new(
        last?.Code ?? "addressUnreachable",
        FormattableString.Invariant(
            $"{last?.Message ?? $"{claimed.Address} could not be fetched."} It was tried {RetryPlan.MostTries} times since {claimed.SentAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC and is not tried again."));
}
