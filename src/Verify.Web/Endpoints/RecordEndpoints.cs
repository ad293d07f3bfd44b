using MediatR;
using Microsoft.AspNetCore.Http;
using Verify.Web.Problems;
using Verify.Web.Records;
using Verify.Workflow;
using Verify.Workflow.Records;

namespace Verify.Web.Endpoints;

static class RecordEndpoints
{
    public static Task<IResult> ListAsync([AsParameters] PageQuery query, IMediator mediator, CancellationToken cancel) =>
        query.Records().ThenAsync(list => mediator.Send(list, cancel)).ResultAsync(page =>
            Results.Json(new Page<RecordView>([.. page.Items.Select(RecordView.Of)], page.Next), WorkflowJson.Stored.PageRecordView));

    public static Task<IResult> GetAsync(string id, HttpContext context, WebOptions options, IMediator mediator, CancellationToken cancel) =>
        mediator.Send(new GetRecord(id), cancel).ResultAsync(record => ClaimReview.IsWanted(context.Request)
            ? AsClaimReview(context, options, record)
            : AsStored(context.Response, record));

    public static async Task<IResult> ExportAsync(string? format, HttpResponse response, IMediator mediator, CancellationToken cancel) => format switch
    {
        "jsonl" => Download(response, "jsonl", "application/jsonl; charset=utf-8", RecordLines.WriteAsync, await mediator.Send(new ExportRecords(), cancel), cancel),
        "csv" => Download(response, "csv", "text/csv; charset=utf-8", RecordCsv.WriteAsync, await mediator.Send(new ExportRecords(), cancel), cancel),
        _ => Problem.Of(new Refusal(RefusalKind.Malformed, "formatUnknown", $"A format is jsonl or csv, not \"{format}\".", "format")),
    };

    // The id is the hash of these bytes: they can be kept for ever.
    static IResult AsStored(HttpResponse response, RecordBytes record)
    {
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        response.Headers.Vary = "Accept";
        return Results.Bytes(record.Content, "application/json", entityTag: new($"\"{record.Id}\""));
    }

    static IResult AsClaimReview(HttpContext context, WebOptions options, RecordBytes record)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept";
        return Results.Bytes(ClaimReview.Of(record, options.Publisher, $"{context.Request.Scheme}://{context.Request.Host}"), ClaimReview.MediaType);
    }

    static IResult Download(
        HttpResponse response, string ending, string mediaType, Func<IAsyncEnumerable<RecordBytes>, Stream, CancellationToken, Task> write,
        IAsyncEnumerable<RecordBytes> records, CancellationToken cancel)
    {
        response.Headers.ContentDisposition = $"attachment; filename=\"verify-records.{ending}\"";
        return Results.Stream(body => write(records, body, cancel), mediaType);
    }
}
