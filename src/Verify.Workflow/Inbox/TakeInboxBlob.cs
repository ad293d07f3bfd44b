using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;

namespace Verify.Workflow.Inbox;

/// <summary>
/// Takes one blob of the drop container in. It leaves the container only after its article, or itself and the reason it was refused for,
/// is in the store, and only if it is still the version that was read: a newer one is taken too. Repeating it is harmless.
/// </summary>
public sealed record TakeInboxBlob(string Name) : IRequest<InboxTaken>;

/// <summary>What became of a dropped blob.</summary>
public abstract record InboxTaken
{
    InboxTaken() { }

    /// <summary>False where it still lies there: it was left, or something holds it.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Its article is in the store, or the address that it names waits to be fetched.</summary>
    public sealed record TakenIn(Intake Intake) : InboxTaken;

    /// <summary>It could not be read; it is kept in quarantine with its reason.</summary>
    public sealed record Quarantined(QuarantinedInput Input) : InboxTaken;

    /// <summary>It stays in the container, for it could not be taken whole; the reason is in quarantine.</summary>
    public sealed record Left(QuarantinedInput Input) : InboxTaken;

    /// <summary>Its writer is not done. Nothing was done about it.</summary>
    public sealed record NotYet : InboxTaken;

    /// <summary>Nothing lies there: it was taken before.</summary>
    public sealed record Gone : InboxTaken;
}

sealed class TakeInboxBlobHandler(IInboxBlobs inbox, IMediator mediator, TimeProvider clock) : IRequestHandler<TakeInboxBlob, InboxTaken>
{
    // Whoever replaces a blob faster than it is read makes an event for each version, and those bring it back.
    const int MostVersions = 3;

    public async Task<InboxTaken> Handle(TakeInboxBlob asked, CancellationToken cancel)
    {
        var name = asked.Name;
        var source = new ArticleSource("inbox", InboxNames.Shown(name));
        if (!InboxNames.IsName(name))
            return await LeaveAsync(source, "nameInvalid", $"inbox/{source.Name} is no name that a blob can be asked for by. Give it another one.", cancel);
        if (InboxNames.IsUnderWay(name)) return new InboxTaken.NotYet();

        InboxTaken? taken = null;
        string? read = null;
        for (var versions = 0; ; versions++)
            switch (await inbox.ReadAsync(name, cancel))
            {
                case InboxReading.TooLarge large:
                    return await LeaveAsync(source, "tooLarge", FormattableString.Invariant(
                        $"inbox/{source.Name} has {large.Bytes} bytes and was left there. An article has at most {ArticleLimits.MostBytes} bytes: split it."), cancel);
                case InboxReading.Unreadable unreadable:
                    return await LeaveAsync(source, "cannotOpen", $"inbox/{source.Name} was left there, for it cannot be read: {unreadable.Why}.", cancel);
                case InboxReading.Content content when content.ETag != read && !IsUnderWay(content):
                    taken = await SubmitAsync(source, content, cancel);
                    if (await inbox.RemoveAsync(name, content.ETag, cancel)) return taken with { IsRemoved = true };
                    if (versions + 1 == MostVersions) return taken;
                    read = content.ETag;
                    break;
                case InboxReading.Content: // not whole yet; or read before and held there
                    return taken ?? new InboxTaken.NotYet();
                default:
                    return (taken ?? new InboxTaken.Gone()) with { IsRemoved = true };
            }
    }

    // Some are made empty first and written to afterwards, others grow: the sweep comes back for what was the whole of it.
    bool IsUnderWay(InboxReading.Content content) =>
        (content.IsGrowing || content.Bytes.IsEmpty) && clock.GetUtcNow() - content.Modified < SweepInbox.StandsStill;

    async Task<InboxTaken> SubmitAsync(ArticleSource source, InboxReading.Content content, CancellationToken cancel) =>
        await mediator.Send(new SubmitArticle(new ArticleInput(content.Bytes, content.MediaType, source.Name), source), cancel) switch
        {
            Answer<Intake>.Ok intake => new InboxTaken.TakenIn(intake.Value),
            Answer<Intake>.Refused { Refusal: var why } =>
                new InboxTaken.Quarantined(await mediator.Send(new QuarantineInput(content.Bytes, source, why.Code, why.Message), cancel)),
            var answer => throw new InvalidOperationException($"{answer} is no answer."),
        };

    async Task<InboxTaken> LeaveAsync(ArticleSource source, string code, string reason, CancellationToken cancel) =>
        new InboxTaken.Left(await mediator.Send(new QuarantineInput(null, source, code, reason), cancel));
}
