using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Verify.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Web.Problems;

/// <summary>
/// Every error as RFC 9457 problem details, with <c>code</c> for programs, and <c>field</c>, <c>current</c>, <c>changes</c> and <c>signIn</c> (where a
/// person signs in) where they help.
/// </summary>
static class Problem
{
    /// <summary>Where <c>type</c> begins; the code ends it.</summary>
    const string Types = "urn:verify:problem:";

    public static IResult Of(Refusal refusal) => Of(Status(refusal.Kind), refusal.Code, refusal.Message, refusal.Field, refusal.Current, changes: refusal.Changes);

    public static IResult Of(int status, string code, string detail, string? field = null, object? current = null, string? trace = null, string? signIn = null, IReadOnlyList<ReadingChange>? changes = null)
    {
        var more = new Dictionary<string, object?> { ["code"] = code };
        if (field is not null) more["field"] = field;
        if (current is not null) more["current"] = current;
        if (changes is not null) more["changes"] = changes;
        if (trace is not null) more["traceId"] = trace;
        if (signIn is not null) more["signIn"] = signIn;
        return Results.Problem(detail, null, status, ReasonPhrases.GetReasonPhrase(status), Types + code, more);
    }

    /// <summary>The one status of each kind of refusal.</summary>
    public static int Status(RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.UnsupportedFormat => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.ShownMissing => StatusCodes.Status428PreconditionRequired,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No status is kept for this kind of refusal."),
    };
}
