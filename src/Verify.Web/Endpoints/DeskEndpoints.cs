using MediatR;
using Microsoft.AspNetCore.Http;
using Verify.Web.Problems;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Submissions;

namespace Verify.Web.Endpoints;

static class DeskEndpoints
{
    public static Task<IResult> QuarantineAsync([AsParameters] PageQuery query, IMediator mediator, CancellationToken cancel) =>
        query.Quarantine().ThenAsync(list => mediator.Send(list, cancel)).JsonAsync(WorkflowJson.Stored.PageQuarantinedInput);

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
