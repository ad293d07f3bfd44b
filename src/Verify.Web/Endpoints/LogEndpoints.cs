using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Verify.Web.Problems;
using Verify.Workflow;
using Verify.Workflow.Log.Proving;

namespace Verify.Web.Endpoints;

static class LogEndpoints
{
    const string Text = "text/plain; charset=utf-8";

    // An older checkpoint is as true as a newer one, and the key hardly ever changes. Whoever asks all day is answered by what stands in front of the desk.
    const string ForAMinute = "public, max-age=60";
    const string ForAnHour = "public, max-age=3600";

    public static Task<IResult> CheckpointAsync(HttpResponse response, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new GetCheckpoint(), cancel).ResultAsync(note => Open(response, note, ForAMinute));

    public static async Task<IResult> KeyAsync(HttpResponse response, IMediator mediator, CancellationToken cancel) =>
        Open(response, Encoding.UTF8.GetBytes(await mediator.Send(new GetLogKey(), cancel) + "\n"), ForAnHour);

    public static Task<IResult> ProofAsync(string? record, HttpResponse response, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new GetProof(record ?? ""), cancel).ResultAsync(proof =>
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"verify-proof-{proof.Record}.json\"";
            response.Headers.CacheControl = "no-cache"; // it changes with every record that is sealed
            return Results.Json(proof, WorkflowJson.Published.RecordProof);
        });

    /// <summary>For anybody who asks, with a program: pages of other sites read neither, as they read nothing of a desk.</summary>
    static IResult Open(HttpResponse response, ReadOnlyMemory<byte> text, string kept)
    {
        response.Headers.CacheControl = kept;
        return Results.Bytes(text, Text, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text.Span))}\""));
    }
}
