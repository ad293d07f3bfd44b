using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Verify.Workflow;

namespace Verify.Web.Endpoints;

/// <summary>What a decision is about: the ETag of the claim, sent back as If-Match.</summary>
/// <param name="Value">Null where the header is missing: the workflow says what that means.</param>
readonly record struct ShownTag(string? Value)
{
    public static string Write(string shown) => $"\"{shown}\"";

    public static Answer<ShownTag> In(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0) return new ShownTag(null);
        return EntityTagHeaderValue.TryParseStrictList(header, out var tags) && tags is [{ IsWeak: false } tag] && tag != EntityTagHeaderValue.Any
            ? new ShownTag(tag.Tag.Subsegment(1, tag.Tag.Length - 2).ToString())
            : new Refusal(RefusalKind.Malformed, "ifMatchMalformed", $"If-Match is the one ETag with its quotes, not {header}.", "If-Match");
    }

    /// <summary>A record's address names what was seen already; If-Match may say it too, and then the same.</summary>
    public static Answer<ShownTag> OfRecord(HttpRequest request, string id) => In(request) switch
    {
        Answer<ShownTag>.Ok { Value.Value: { } tag } when tag != id =>
            new Refusal(RefusalKind.Stale, "recordSuperseded", $"If-Match names {tag}, and the address is of record {id}. Send both of the record that you saw last.", "If-Match"),
        var tag => tag,
    };
}
