using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Verify.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Web.Endpoints;

/// <summary>A decision as it is sent: a judgement, and beside it the decision's id.</summary>
sealed record DecisionBody(string Id, Judgement Judgement)
{
    const int MostBytes = 1024 * 1024;

    // As the workflow writes judgements; a name it does not know is an error here, not something to pass over.
    static readonly JsonSerializerOptions Strict = new(WorkflowJson.Stored.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
    };

    public static async Task<Answer<DecisionBody>> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
            return new Refusal(RefusalKind.UnsupportedFormat, "notJson", "A decision is sent with Content-Type: application/json.", "Content-Type");
        return await RequestBody.ReadAsync(request, MostBytes, cancel) is Answer<ReadOnlyMemory<byte>>.Ok body
            ? Parse(body.Value)
            : new Refusal(RefusalKind.TooLarge, "bodyTooLarge", $"A decision holds at most {MostBytes} bytes.");
    }

    public static Answer<DecisionBody> Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (JsonNode.Parse(body.Span, documentOptions: new() { AllowDuplicateProperties = false }) is not JsonObject sent)
                return Wrong("A decision is a JSON object.", "");
            if (Text(sent, "id") is not { } id) return Wrong("\"id\" is missing or no string: a UUID made for this decision.", "/id");
            if (Text(sent, "judgement") is null) return Wrong("\"judgement\" is missing or no string: one of approve, correct, reject.", "/judgement");
            sent.Remove("id");
            return sent.Deserialize<Judgement>(Strict) is { } judgement ? new DecisionBody(id, judgement) : Wrong("A decision is a JSON object.", "");
        }
        catch (JsonException wrong)
        {
            return Wrong(JsonFault.Message(wrong), JsonFault.Pointer(wrong));
        }
        catch (InvalidOperationException)
        {
            return Wrong("A text in it is not valid UTF-8 or holds half a surrogate pair. Send whole characters.", "");
        }
    }

    static string? Text(JsonObject sent, string name) => sent[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    static Refusal Wrong(string message, string field) => new(RefusalKind.Malformed, "bodyMalformed", message, field);
}
