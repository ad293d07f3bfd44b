using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Http;
using Verify.Web.Problems;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Web.Endpoints;

static class ClaimEndpoints
{
    public static Task<IResult> ListAsync([AsParameters] ClaimQuery query, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        query.List(user.Actor()).ThenAsync(list => mediator.Send(list, cancel)).JsonAsync(WorkflowJson.Stored.PageQueueEntry);

    public static Task<IResult> GetAsync(string id, HttpResponse response, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        Find(id).ThenAsync(claim => mediator.Send(new GetClaim(claim, user.Actor().Id), cancel)).ResultAsync(view => Show(response, view));

    public static Task<IResult> DecideAsync(string id, HttpContext context, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        Find(id)
            .ThenAsync(claim => ShownTag.In(context.Request).ThenAsync(shown => DecisionBody.ReadAsync(context.Request, cancel)
                .ThenAsync(body => mediator.Send(new Decide(claim, body.Id, user.Actor(), shown.Value, body.Judgement), cancel))))
            .ResultAsync(view => Show(context.Response, view));

    public static Task<IResult> WithdrawAsync(
        string id, string decisionId, HttpResponse response, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        Find(id).ThenAsync(claim => mediator.Send(new Withdraw(claim, decisionId, user.Actor()), cancel)).ResultAsync(view => Show(response, view));

    public static Task<IResult> HistoryAsync(string id, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        Find(id).ThenAsync(claim => mediator.Send(new GetHistory(claim, user.Actor().Id), cancel)).JsonAsync(WorkflowJson.Stored.ClaimHistory);

    public static Task<IResult> NextAsync(string? lang, HttpResponse response, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new TakeNext(user.Actor(), string.IsNullOrEmpty(lang) ? null : lang), cancel).ResultAsync(view => Show(response, view));

    public static Task<IResult> LeaseAsync(string id, HttpContext context, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        Find(id)
            .ThenAsync(claim => LeaseBody.ReadAsync(context.Request, cancel).ThenAsync(body => mediator.Send(new LeaseClaim(claim, user.Actor(), body.Note), cancel)))
            .ResultAsync(view => Show(context.Response, view));

    public static Task<IResult> EndLeaseAsync(string id, HttpResponse response, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        Find(id).ThenAsync(claim => mediator.Send(new EndLease(claim, user.Actor()), cancel)).ResultAsync(view => Show(response, view));

    static Answer<ClaimId> Find(string id) => ClaimId.TryParse(id, out var claim)
        ? claim
        : new Refusal(RefusalKind.NotFound, "claimNotFound", $"\"{id}\" is no claim id: an article id, a hyphen, a number. GET /api/claims lists the claims that wait.");

    // The tag names what a decision is about and not these bytes: the state changes while the tag stays. So it is never a reason to
    // answer 304, and nothing on the way may keep the answer.
    public static IResult Show(HttpResponse response, ClaimView view)
    {
        response.Headers.ETag = ShownTag.Write(view.Shown);
        response.Headers.CacheControl = "no-store";
        return Results.Json(view, WorkflowJson.Stored.ClaimView);
    }
}
