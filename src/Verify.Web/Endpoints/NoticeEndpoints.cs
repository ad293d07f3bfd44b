using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Http;
using Verify.Web.Problems;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Notices.Failed;
using Verify.Workflow.Notices.People;

namespace Verify.Web.Endpoints;

static class NoticeEndpoints
{
    public static Task<IResult> GetAsync(ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new GetNotifications(user.Actor()), cancel).JsonAsync(WorkflowJson.Stored.NotificationView);

    public static Task<IResult> SetAsync(HttpRequest request, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        NotificationBody.ReadAsync(request, cancel).ThenAsync(body => mediator.Send(new SetNotifications(user.Actor(), body.Choice, body.Address), cancel))
            .JsonAsync(WorkflowJson.Stored.NotificationView);

    public static Task<IResult> ConfirmAsync(HttpRequest request, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        ConfirmationBody.ReadAsync(request, cancel).ThenAsync(body => mediator.Send(new ConfirmAddress(user.Actor(), body.Code), cancel))
            .JsonAsync(WorkflowJson.Stored.NotificationView);

    public static Task<IResult> CodeAsync(ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new SendCodeAgain(user.Actor()), cancel).JsonAsync(WorkflowJson.Stored.NotificationView);

    public static Task<IResult> ForgetAsync(ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new ForgetContact(user.Actor().Id), cancel).JsonAsync(WorkflowJson.Stored.NotificationView);

    public static Task<IResult> FailedAsync([AsParameters] PageQuery query, IMediator mediator, CancellationToken cancel) =>
        query.FailedNotices().ThenAsync(list => mediator.Send(list, cancel)).JsonAsync(WorkflowJson.Stored.PageFailedNotice);

    public static Task<IResult> RetryAsync(string id, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new RetryNotice(id, user.Actor()), cancel).JsonAsync(WorkflowJson.Stored.FailedNotice);

    public static Task<IResult> DiscardAsync(string id, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new DiscardNotice(id, user.Actor()), cancel).JsonAsync(WorkflowJson.Stored.FailedNotice);
}
