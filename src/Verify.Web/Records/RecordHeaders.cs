using Microsoft.AspNetCore.Http;
using Verify.Workflow.Records;

namespace Verify.Web.Records;

/// <summary>
/// Tells beside a record's exact bytes what became of it: links to the versions before and after (RFC 5829), and in a word whether it was corrected
/// or retracted.
/// </summary>
static class RecordHeaders
{
    const string State = "Verify-Record";

    public static void Tell(HttpResponse response, RecordBytes record)
    {
        var view = RecordView.Of(record);
        // Asked for anew each time: the bytes stay, and what is told beside them may not.
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept";
        string?[] links =
        [
            Link(record.Record.Supersedes?.Record, "predecessor-version"),
            Link((view.SupersededBy ?? view.RetractedBy)?.Record, "successor-version"),
            Link(view.Latest, "latest-version"),
        ];
        if (links.OfType<string>().ToArray() is { Length: > 0 } told) response.Headers.Link = string.Join(", ", told);
        if (view.RetractedBy is { } retraction) response.Headers[State] = $"retracted; by=\"{retraction.Record}\"";
        else if (view.SupersededBy is { } correction) response.Headers[State] = $"corrected; by=\"{correction.Record}\"";
    }

    static string? Link(string? record, string relation) => record is null ? null : $"</api/records/{record}>; rel=\"{relation}\"";
}
