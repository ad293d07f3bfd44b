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

    public static Task<Answer<DecisionBody>> ReadAsync(HttpRequest request, CancellationToken cancel) => ObjectAsync(request, Of, cancel);

    /// <summary>Reads a JSON object, and from it what is wanted; whatever is wrong with it is told by its place.</summary>
    public static async Task<Answer<T>> ObjectAsync<T>(HttpRequest request, Func<JsonObject, Answer<T>> read, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
            return new Refusal(RefusalKind.UnsupportedFormat, "notJson", "Send JSON with Content-Type: application/json.", "Content-Type");
        if (await RequestBody.ReadAsync(request, MostBytes, cancel) is not Answer<ReadOnlyMemory<byte>>.Ok { Value: var body })
            return new Refusal(RefusalKind.TooLarge, "bodyTooLarge", $"This takes at most {MostBytes} bytes.");
        try
        {
            return JsonNode.Parse(body.Span, documentOptions: new() { AllowDuplicateProperties = false }) is JsonObject sent ? read(sent) : Wrong("Send one JSON object.", "");
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

    public static Answer<DecisionBody> Of(JsonObject sent)
    {
        if (Text(sent, "id") is not { } id) return Wrong("\"id\" is missing or no string: a UUID made for this decision.", "/id");
        if (Text(sent, "judgement") is null) return Wrong("\"judgement\" is missing or no string: one of approve, correct, reject.", "/judgement");
        sent.Remove("id");
        return sent.Deserialize<Judgement>(Strict) is { } judgement ? new DecisionBody(id, judgement) : Wrong("A decision is a JSON object.", "");
    }

    public static string? Text(JsonObject sent, string name) => sent[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static Refusal Wrong(string message, string field) => new(RefusalKind.Malformed, "bodyMalformed", message, field);
}
