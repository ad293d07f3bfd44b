using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Http;
using Verify.Web.Problems;
using Verify.Web.Records;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Web.Endpoints;

static class RecordEndpoints
{
    public static Task<IResult> ListAsync([AsParameters] PageQuery query, IMediator mediator, CancellationToken cancel) =>
        query.Records().ThenAsync(list => mediator.Send(list, cancel)).ResultAsync(page =>
            Results.Json(new Page<RecordView>([.. page.Items.Select(RecordView.Of)], page.Next), WorkflowJson.Stored.PageRecordView));

    public static Task<IResult> GetAsync(string id, HttpContext context, WebOptions options, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new GetRecord(id), cancel).ResultAsync(record =>
        {
            RecordHeaders.Tell(context.Response, record);
            if (ClaimReview.IsWanted(context.Request)) return AsClaimReview(context, options, record);
            return context.Request.Query["format"] == "view" ? Results.Json(RecordView.Of(record), WorkflowJson.Published.RecordView) : AsStored(record);
        });

    public static Task<IResult> CorrectAsync(string id, HttpContext context, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        ReviseAsync(id, context, user, mediator, RevisionBody.CorrectionAsync, cancel);

    public static Task<IResult> RetractAsync(string id, HttpContext context, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        ReviseAsync(id, context, user, mediator, RevisionBody.RetractionAsync, cancel);

    public static Task<IResult> WithdrawAsync(string id, string revisionId, HttpResponse response, ClaimsPrincipal user, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new GetRecord(id), cancel)
            .ThenAsync(record => mediator.Send(new Withdraw(record.Record.Claim, revisionId, user.Actor()), cancel))
            .ResultAsync(view => ClaimEndpoints.Show(response, view));

    public static async Task<IResult> ExportAsync(string? format, HttpResponse response, IMediator mediator, CancellationToken cancel) => format switch
    {
        "jsonl" => Download(response, "jsonl", "application/jsonl; charset=utf-8", RecordLines.WriteAsync, await mediator.Send(new ExportRecords(), cancel), cancel),
        "csv" => Download(response, "csv", "text/csv; charset=utf-8", RecordCsv.WriteAsync, await mediator.Send(new ExportRecords(), cancel), cancel),
        _ => Problem.Of(new Refusal(RefusalKind.Malformed, "formatUnknown", $"A format is jsonl or csv, not \"{format}\".", "format")),
    };

    // The id is the hash of these bytes. They never change; what became of them is in the headers, also of a 304.
    static IResult AsStored(RecordBytes record) => Results.Bytes(record.Content, "application/json", entityTag: new($"\"{record.Id}\""));

    static IResult AsClaimReview(HttpContext context, WebOptions options, RecordBytes record) =>
        Results.Bytes(ClaimReview.Of(record, options.Publisher, $"{context.Request.Scheme}://{context.Request.Host}"), ClaimReview.MediaType);

    static Task<IResult> ReviseAsync(
        string id, HttpContext context, ClaimsPrincipal user, IMediator mediator, Func<HttpRequest, CancellationToken, Task<Answer<RevisionBody>>> read, CancellationToken cancel) =>
        mediator.Send(new GetRecord(id), cancel)
            .ThenAsync(record => ShownTag.OfRecord(context.Request, id).ThenAsync(_ => read(context.Request, cancel).ThenAsync(body =>
                mediator.Send(new ReviseRecord(record.Record.Claim, id, body.Id, user.Actor(), body.Reason, body.Judgement), cancel))))
            .ResultAsync(view => ClaimEndpoints.Show(context.Response, view));

    static IResult Download(
        HttpResponse response, string ending, string mediaType, Func<IAsyncEnumerable<RecordBytes>, Stream, CancellationToken, Task> write,
        IAsyncEnumerable<RecordBytes> records, CancellationToken cancel)
    {
        response.Headers.ContentDisposition = $"attachment; filename=\"verify-records.{ending}\"";
        return Results.Stream(body => write(records, body, cancel), mediaType);
    }
}
