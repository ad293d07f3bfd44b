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
            : new Refusal(RefusalKind.Malformed, "ifMatchMalformed", $"If-Match is the claim's one ETag with its quotes, not {header}.", "If-Match");
    }
}
