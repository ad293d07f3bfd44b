using System.Collections.Immutable;
using System.Text;
using MediatR;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Inbox;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;

namespace Verify.Ingestion.Messages;

/// <summary>
/// Takes in what a message of the queue <c>articles</c> holds or names: an event about a dropped blob, <c>inbox/{name}</c>, an address, or
/// the article itself. A bad message is quarantined with its reason, and that is an answer too: whoever got one removes the message. The
/// same message twice is harmless.
/// </summary>
/// <param name="Body">As the queue gave it, unwrapped from base64 or not.</param>
/// <remarks>Throws <see cref="Workflow.Blobs.StoreException"/> when the store does not answer: then, and only then, the queue keeps the message.</remarks>
public sealed record TakeMessage(string Body) : IRequest<MessageTaken>;

/// <summary>What became of a message. All empty where there was nothing to do: its blob was taken before, say.</summary>
/// <param name="Waiting">Addresses that could not be fetched yet and are tried again: their submissions.</param>
public sealed record MessageTaken(ImmutableArray<ArticleId> Articles, ImmutableArray<string> Waiting, ImmutableArray<QuarantinedInput> Quarantined)
{
    internal static MessageTaken Nothing { get; } = new([], [], []);

    internal static MessageTaken Of(QuarantinedInput input) => Nothing with { Quarantined = [input] };

    internal static MessageTaken Of(Intake intake) => intake switch
    {
        Intake.Article article => Nothing with { Articles = [article.Submitted.Id] },
        Intake.Waiting waiting => Nothing with { Waiting = [waiting.Submission.Id] },
        _ => Nothing,
    };

    internal MessageTaken And(MessageTaken other) =>
        new([.. Articles, .. other.Articles], [.. Waiting, .. other.Waiting], [.. Quarantined, .. other.Quarantined]);
}

sealed class TakeMessageHandler(IInboxBlobs inbox, IMediator mediator) : IRequestHandler<TakeMessage, MessageTaken>
{
    static readonly ArticleSource Source = new("queue");

    public async Task<MessageTaken> Handle(TakeMessage asked, CancellationToken cancel)
    {
        var taken = MessageTaken.Nothing;
        foreach (var part in QueueMessage.Parse(asked.Body, inbox.Container)) taken = taken.And(await TakeAsync(part, cancel));
        return taken;
    }

    async Task<MessageTaken> TakeAsync(QueueMessage part, CancellationToken cancel) => part switch
    {
        QueueMessage.DroppedBlob blob => Told(await mediator.Send(new TakeInboxBlob(blob.Name), cancel)),
        QueueMessage.Address address => await KeptAsync(
            await mediator.Send(new SubmitAddress(address.Value, Source), cancel), Encoding.UTF8.GetBytes(address.Value), cancel),
        QueueMessage.Article article => await KeptAsync(
            await mediator.Send(new SubmitArticle(new ArticleInput(article.Bytes, article.MediaType), Source), cancel), article.Bytes, cancel),
        QueueMessage.Refused refused => await QuarantineAsync(refused.Raw, refused.Problem.Code, refused.Problem.Message, cancel),
        _ => MessageTaken.Nothing,
    };

    async Task<MessageTaken> KeptAsync(Answer<Intake> answer, ReadOnlyMemory<byte> raw, CancellationToken cancel) => answer switch
    {
        Answer<Intake>.Ok intake => MessageTaken.Of(intake.Value),
        Answer<Intake>.Refused { Refusal: var why } => await QuarantineAsync(raw, why.Code, why.Message, cancel),
        _ => throw new InvalidOperationException($"{answer} is no answer."),
    };

    async Task<MessageTaken> QuarantineAsync(ReadOnlyMemory<byte> raw, string code, string reason, CancellationToken cancel) =>
        MessageTaken.Of(await mediator.Send(new QuarantineInput(raw, Source, code, reason), cancel));

    static MessageTaken Told(InboxTaken became) => became switch
    {
        InboxTaken.TakenIn taken => MessageTaken.Of(taken.Intake),
        InboxTaken.Quarantined quarantined => MessageTaken.Of(quarantined.Input),
        InboxTaken.Left left => MessageTaken.Of(left.Input),
        _ => MessageTaken.Nothing,
    };
}
