using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Verify.Workflow;

namespace Verify.Web.Endpoints;

/// <summary>What is sent to work on a claim: nothing, or a note to take it over.</summary>
/// <param name="Note">Why it is taken over.</param>
sealed record LeaseBody(string? Note = null)
{
    const int MostBytes = 16 * 1024;

    public static async Task<Answer<LeaseBody>> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (await RequestBody.ReadAsync(request, MostBytes, cancel) is not Answer<ReadOnlyMemory<byte>>.Ok { Value: var body })
            return new Refusal(RefusalKind.TooLarge, "bodyTooLarge", $"A note to take a claim over holds at most {MostBytes} bytes.");
        if (body.IsEmpty) return new LeaseBody();
        try
        {
            return JsonSerializer.Deserialize(body.Span, LeaseJson.Default.LeaseBody) is { } sent ? sent : Wrong("");
        }
        catch (JsonException wrong)
        {
            return Wrong(JsonFault.Pointer(wrong));
        }
    }

    static Refusal Wrong(string field) => new(RefusalKind.Malformed, "bodyMalformed", "Send no body, or {\"note\": \"why you take the claim over\"}.", field);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LeaseBody))]
sealed partial class LeaseJson : JsonSerializerContext;
