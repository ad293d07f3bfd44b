using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Verify.Workflow;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.People;

namespace Verify.Web.Endpoints;

/// <summary>What is sent to choose what one is told.</summary>
/// <param name="Address">A mail address; empty or left out to remove what is kept of one.</param>
sealed record NotificationBody(NoticeChoice Choice, string? Address = null)
{
    public static Task<Answer<NotificationBody>> ReadAsync(HttpRequest request, CancellationToken cancel) => SmallBody.ReadAsync(
        request, NotificationJson.Default.NotificationBody,
        "{\"choice\": {\"kinds\": [\"reminder\"], \"when\": \"daily\", \"hour\": 8, \"language\": \"id\", \"timeZone\": \"Asia/Jakarta\"}, \"address\": \"name@example.org\"}", cancel);
}

/// <summary>The code that was sent to an address.</summary>
sealed record ConfirmationBody(string Code)
{
    public static Task<Answer<ConfirmationBody>> ReadAsync(HttpRequest request, CancellationToken cancel) =>
        SmallBody.ReadAsync(request, NotificationJson.Default.ConfirmationBody, "{\"code\": \"12345678\"}", cancel);
}

/// <summary>A few fields as JSON.</summary>
static class SmallBody
{
    const int MostBytes = 16 * 1024;

    public static async Task<Answer<T>> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> json, string example, CancellationToken cancel) where T : class
    {
        if (await RequestBody.ReadAsync(request, MostBytes, cancel) is not Answer<ReadOnlyMemory<byte>>.Ok { Value: var body })
            return new Refusal(RefusalKind.TooLarge, "bodyTooLarge", $"This takes at most {MostBytes} bytes.");
        try
        {
            return JsonSerializer.Deserialize(body.Span, json) is { } sent ? sent : Wrong("");
        }
        catch (JsonException wrong)
        {
            return Wrong(JsonFault.Pointer(wrong));
        }

        Refusal Wrong(string field) => new(RefusalKind.Malformed, "bodyMalformed", $"Send JSON as {example}; /openapi/v1.json has all of it.", field);
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false, UseStringEnumConverter = true, Converters = [typeof(CamelCaseName<NoticeKind>), typeof(CamelCaseName<NoticeTiming>), typeof(CamelCaseName<NoticeLanguage>)])]
[JsonSerializable(typeof(NotificationBody))]
[JsonSerializable(typeof(ConfirmationBody))]
sealed partial class NotificationJson : JsonSerializerContext;

sealed class CamelCaseName<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) where TEnum : struct, Enum;
