using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http;
using Verify.Web.Problems;
using Verify.Workflow;
using Verify.Workflow.Log.Proving;

namespace Verify.Web.Endpoints;

static class LogEndpoints
{
    const string Text = "text/plain; charset=utf-8";

    public static Task<IResult> CheckpointAsync(HttpResponse response, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new GetCheckpoint(), cancel).ResultAsync(note => Fresh(response, Results.Bytes(note, Text)));

    public static async Task<IResult> KeyAsync(IMediator mediator, CancellationToken cancel) =>
        Results.Text(await mediator.Send(new GetLogKey(), cancel) + "\n", Text, Encoding.UTF8);

    public static Task<IResult> ProofAsync(string? record, HttpResponse response, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new GetProof(record ?? ""), cancel).ResultAsync(proof =>
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"verify-proof-{proof.Record}.json\"";
            return Fresh(response, Results.Json(proof, WorkflowJson.Published.RecordProof));
        });

    // Both change with every record that is sealed.
    static IResult Fresh(HttpResponse response, IResult result)
    {
        response.Headers.CacheControl = "no-cache";
        return result;
    }
}
