using MediatR;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Articles;

/// <summary>
/// Takes an article in. What cannot be read is refused before anything is written; an input that only names an address is handed on to
/// <see cref="SubmitAddress"/>.
/// </summary>
public sealed record SubmitArticle(ArticleInput Input, ArticleSource Source) : IRequest<Answer<Intake>>;

/// <summary>An article that is in the store: its raw bytes, its text and its first event.</summary>
/// <param name="IsKnown">True when the same bytes came in before.</param>
public sealed record Submitted(ArticleId Id, bool IsKnown);

sealed class SubmitArticleHandler(IArticleReader reader, Arrivals arrivals, IMediator mediator) : IRequestHandler<SubmitArticle, Answer<Intake>>
{
    public async Task<Answer<Intake>> Handle(SubmitArticle asked, CancellationToken cancel) => reader.Read(asked.Input) switch
    {
        ArticleReading.Read read => Intake.Of(await arrivals.TakeInAsync(read.Raw, read.Text, asked.Source, cancel)),
        ArticleReading.Elsewhere place =>
            InField(await mediator.Send(new SubmitAddress(place.Address, asked.Source, place.Language, place.Stated), cancel)),
        ArticleReading.Refused refused => InputRefusal.Of(refused.Problem),
        _ => throw new ArgumentException("A reading is text, an address or a refusal.", nameof(asked)),
    };

    static Answer<Intake> InField(Answer<Intake> answer) =>
        answer is Answer<Intake>.Refused { Refusal: { Field: null } refusal } ? refusal with { Field = "/url" } : answer;
}
