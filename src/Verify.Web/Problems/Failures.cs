using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Log;
using Verify.Workflow.Records;

namespace Verify.Web.Problems;

/// <summary>What was thrown, as a problem: what it means and what to do, never a stack trace.</summary>
static class Failures
{
    static readonly TimeSpan StoreRests = TimeSpan.FromSeconds(5);

    public static Task AnswerAsync(HttpContext context)
    {
        var thrown = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (thrown is StoreException) context.Response.Headers.RetryAfter = StoreRests.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Of(thrown, Activity.Current?.Id ?? context.TraceIdentifier).ExecuteAsync(context);
    }

    static IResult Of(Exception? thrown, string trace) => thrown switch
    {
        // Its message may name a path of the machine: the log has it.
        StoreException => Problem.Of(
            StatusCodes.Status503ServiceUnavailable, "storeUnavailable",
            "The store did not answer. What you asked may or may not have happened; ask again: nothing is done twice.", trace: trace),
        JournalException journal => Problem.Of(
            StatusCodes.Status500InternalServerError, "journalUnreadable", $"{journal.Message} Tell whoever runs the desk.", trace: trace),
        RecordException record => Problem.Of(
            StatusCodes.Status500InternalServerError, "recordChanged", $"{record.Message} Tell whoever runs the desk.", trace: trace),
        LogException log => Problem.Of(
            StatusCodes.Status500InternalServerError, "logBroken", $"{log.Message} Tell whoever runs the desk.", trace: trace),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem.Of(
            StatusCodes.Status413PayloadTooLarge, "bodyTooLarge", "The request's body is larger than this desk takes."),
        BadHttpRequestException bad => Problem.Of(bad.StatusCode, "badRequest", $"The request cannot be read: {bad.Message}"),
        _ => Problem.Of(
            StatusCodes.Status500InternalServerError, "unexpected",
            "Something went wrong that nobody foresaw. Nothing that was confirmed is lost. Try again, and if it stays, tell whoever runs the desk the traceId.", trace: trace),
    };
}
