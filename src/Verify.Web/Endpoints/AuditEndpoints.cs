using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediatR;
using Microsoft.AspNetCore.Http;
using Verify.Web.Problems;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Audit;

namespace Verify.Web.Endpoints;

static class AuditEndpoints
{
    const string Lines = "application/jsonl; charset=utf-8";

    public static async Task<IResult> HistoryAsync(HttpResponse response, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel)
    {
        var histories = await mediator.Send(new ExportHistory(user.Actor().Id), cancel);
        return Download(response, "verify-history", async body =>
        {
            await foreach (var history in histories.WithCancellation(cancel)) await WriteAsync(body, history, WorkflowJson.Stored.ClaimHistory, cancel);
        });
    }

    public static async Task<IResult> ReadAsync(string? day, HttpResponse response, ClaimsPrincipal user, IMediator mediator, TimeProvider clock, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(day ?? clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked))
            return Problem.Of(new Refusal(RefusalKind.Malformed, "dayUnknown", $"A day is written 2026-03-02, not \"{day}\".", "day"));
        var entries = await mediator.Send(new ReadAudit(asked, user.Actor().Id), cancel);
        return Download(response, $"verify-audit-{asked:yyyy-MM-dd}", async body =>
        {
            await foreach (var entry in entries.WithCancellation(cancel)) await WriteAsync(body, entry, WorkflowJson.Stored.AuditEntry, cancel);
        });
    }

    static ValueTask WriteAsync<T>(Stream body, T line, JsonTypeInfo<T> json, CancellationToken cancel) =>
        body.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(line, json), (byte)'\n'], cancel);

    static IResult Download(HttpResponse response, string name, Func<Stream, Task> write)
    {
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.jsonl\"";
        return Results.Stream(write, Lines);
    }
}
