using System.Text;
using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Quarantine;

namespace Verify.Ingestion.Messages;

/// <summary>Keeps a message that the queue gave up on: its body and the reason go to quarantine, whatever it is.</summary>
public sealed record TakePoison(string Body) : IRequest<QuarantinedInput>;

sealed class TakePoisonHandler(IMediator mediator) : IRequestHandler<TakePoison, QuarantinedInput>
{
    // A name of its own: the same body may be in quarantine already, with another reason.
    static readonly ArticleSource Source = new("queue", "poison");

    public Task<QuarantinedInput> Handle(TakePoison asked, CancellationToken cancel)
    {
        var problem = MessageProblems.Poison();
        return mediator.Send(new QuarantineInput(Encoding.UTF8.GetBytes(asked.Body), Source, problem.Code, problem.Message), cancel);
    }
}
