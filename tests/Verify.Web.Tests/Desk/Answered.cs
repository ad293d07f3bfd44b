using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verify.Web.Tests.Desk;

/// <summary>What came back, read once: short words for what the tests ask of an answer.</summary>
sealed record Answered(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders Content, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string? Code => (string?)Json["code"];

    public string? Detail => (string?)Json["detail"];

    public static async Task<Answered> SendAsync(HttpClient client, HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(answer.StatusCode, answer.Headers, answer.Content.Headers, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>An RFC 9457 problem with this status and code, whose sentence a person understands.</summary>
    public Answered IsProblem(HttpStatusCode status, string code)
    {
        Assert.Equal((status, code, "application/problem+json"), (Status, Code, Content.ContentType?.MediaType));
        Assert.Equal($"urn:verify:problem:{code}", (string?)Json["type"]);
        Assert.Equal((int)status, (int)Json["status"]!);
        Assert.NotEmpty((string)Json["title"]!);
        Assert.EndsWith(".", Detail);
        Assert.DoesNotContain("   at ", Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Verify.Workflow", Body, StringComparison.Ordinal);
        return this;
    }

    public Answered Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status}: {Body}");
        return this;
    }
}

static class Requests
{
    public static Task<Answered> AskAsync(this HttpClient client, string path, params (string, string)[] headers) => Answered.SendAsync(client, HttpMethod.Get, path, null, headers);

    public static Task<Answered> TellAsync(this HttpClient client, string path, string body, string type = "application/json", params (string, string)[] headers) =>
        Answered.SendAsync(client, HttpMethod.Post, path, Text(body, type), headers);

    public static Task<Answered> PutAsync(this HttpClient client, string path, string body, params (string, string)[] headers) =>
        Answered.SendAsync(client, HttpMethod.Put, path, Text(body, "application/json"), headers);

    public static Task<Answered> DropAsync(this HttpClient client, string path, params (string, string)[] headers) => Answered.SendAsync(client, HttpMethod.Delete, path, null, headers);

    public static HttpContent Text(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    public static string Json(object body) => JsonSerializer.Serialize(body);
}
