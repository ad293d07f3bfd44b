using System.Text.Json.Serialization;
using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Audit;
using Verify.Workflow.Ports;
using Verify.Workflow.Submissions;

namespace Verify.Workflow.Quarantine;

/// <summary>
/// A refused input goes through the door once more: a later version may read it, or its address may answer now. It leaves the quarantine when
/// its article is in the store, and not before.
/// </summary>
public sealed record ReleaseInput(string Id, Actor By) : IRequest<Answer<ReleasedInput>>, IAudited
{
    string IAudited.Person => By.Id;
}

/// <summary>What became of an input that was released.</summary>
/// <param name="Article">Its article; null, and not written, while it is none.</param>
/// <param name="Waiting">Its address could not be fetched and is tried again; it stays in quarantine. Not written otherwise.</param>
public sealed record ReleasedInput(
    string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ArticleId? Article = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Submission? Waiting = null);

sealed class ReleaseInputHandler(QuarantineBlobs quarantine, IMediator mediator, TimeProvider clock) : IRequestHandler<ReleaseInput, Answer<ReleasedInput>>
{
    public async Task<Answer<ReleasedInput>> Handle(ReleaseInput asked, CancellationToken cancel)
    {
        if (!QuarantineBlobs.IsId(asked.Id)) return QuarantineBlobs.NotFound(asked.Id);
        var input = await quarantine.FindAsync(asked.Id, cancel);
        var raw = await quarantine.RawAsync(asked.Id, cancel);
        if (raw is null && (input is null || input.Bytes is not null) && await quarantine.ReleasedAsync(asked.Id, cancel) is { } before)
        {
            await quarantine.RemoveAsync(asked.Id, cancel); // a release that was cut off, or is repeated
            return new ReleasedInput(asked.Id, before.Article);
        }
        if (input is null) return QuarantineBlobs.NotFound(asked.Id);
        return (raw, input.Source.Address) switch
        {
            ({ } bytes, _) => await EndAsync(asked, input, await mediator.Send(new SubmitArticle(new ArticleInput(bytes.Content, FileName: NameOf(input.Source)), input.Source), cancel), cancel),
            (null, { } address) => await EndAsync(asked, input, await mediator.Send(new SubmitAddress(address, input.Source), cancel), cancel),
            _ => new Refusal(RefusalKind.Conflict, "nothingKept", $"The door could not take the bytes of this input, so there is nothing to release. It was refused for this: {input.Reason}"),
        };
    }

    async Task<Answer<ReleasedInput>> EndAsync(ReleaseInput asked, QuarantinedInput input, Answer<Intake> answer, CancellationToken cancel)
    {
        switch (answer)
        {
            case Answer<Intake>.Ok { Value: Intake.Article { Submitted: var article } }:
                await quarantine.EndAsync(new(asked.Id, clock.GetUtcNow(), asked.By.Id, input.Code, Article: article.Id), cancel);
                return new ReleasedInput(asked.Id, article.Id);
            case Answer<Intake>.Ok { Value: Intake.Waiting { Submission: var waiting } }:
                return new ReleasedInput(asked.Id, Waiting: waiting);
            case Answer<Intake>.Refused { Refusal: var still }:
                return still with { Message = $"It stays in quarantine, for it is still refused. {still.Message}", Field = null };
            default:
                throw new InvalidOperationException($"{answer} is no answer.");
        }
    }

    static string? NameOf(ArticleSource source) =>
        source.Address is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Uri.UnescapeDataString(uri.Segments[^1]) : source.Name;
}
