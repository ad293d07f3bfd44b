using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Http;
using Verify.Web.Problems;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Feeds;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Stalls;
using Verify.Workflow.Submissions;

namespace Verify.Web.Endpoints;

static class DeskEndpoints
{
    public static Task<IResult> QuarantineAsync([AsParameters] PageQuery query, IMediator mediator, CancellationToken cancel) =>
        query.Quarantine().ThenAsync(list => mediator.Send(list, cancel)).JsonAsync(WorkflowJson.Stored.PageQuarantinedInput);

    public static Task<IResult> ReleaseAsync(string id, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new ReleaseInput(id, user.Actor()), cancel).JsonAsync(WorkflowJson.Stored.ReleasedInput);

    public static Task<IResult> DiscardAsync(string id, string? reason, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new DiscardInput(id, user.Actor(), reason ?? ""), cancel).JsonAsync(WorkflowJson.Stored.QuarantineEnd);

    public static async Task<IResult> FeedsAsync(IMediator mediator, CancellationToken cancel) =>
        Results.Json(await mediator.Send(new ListFeeds(), cancel), WorkflowJson.Stored.PageFeedView);

    public static Task<IResult> StalledAsync([AsParameters] PageQuery query, IMediator mediator, CancellationToken cancel) =>
        query.Stalled().ThenAsync(list => mediator.Send(list, cancel)).JsonAsync(WorkflowJson.Stored.PageStalledProcess);

    public static Task<IResult> RetryAsync(string id, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        Find(id).ThenAsync(process => mediator.Send(new Retry(process, user.Actor()), cancel)).JsonAsync(WorkflowJson.Stored.StalledProcess);

    static Answer<ProcessId> Find(string id) => ProcessId.TryParse(id, out var process)
        ? process
        : new Refusal(RefusalKind.NotFound, "notStalled", $"\"{id}\" is neither an article id nor a claim id. GET /api/stalled lists what is stalled.");

    public static Task<IResult> SubmissionAsync(string id, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new GetSubmission(id), cancel).JsonAsync(WorkflowJson.Stored.Submission);

    public static async Task<IResult> StatsAsync(IMediator mediator, CancellationToken cancel) =>
        Results.Json(await mediator.Send(new GetStats(), cancel), WorkflowJson.Stored.Stats);

    /// <summary>A store that does not answer throws, and is answered as every such failure: 503.</summary>
    public static async Task<IResult> HealthAsync(IBlobs blobs, CancellationToken cancel)
    {
        await blobs.ReadAsync("health", cancel);
        return Results.Json(new Health("ok"), WebJson.Default.Health);
    }
}
