using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Verify.Functions.Tests.Fakes;

/// <summary>Ways in which the service does not answer as it should.</summary>
static class LanguageFault
{
    /// <summary>An error as the service documents it.</summary>
    /// <param name="retryAfter">Seconds.</param>
    public static Func<HttpContext, Task> Status(int status, string code, int? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await context.Response.WriteAsJsonAsync<JsonNode>(new JsonObject { ["error"] = Error(code) });
    };

    /// <summary>A whole answer of status 200 that says this.</summary>
    public static Func<HttpContext, Task> Says(string body) => async context =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    };

    /// <summary>Half an answer, and the connection is gone.</summary>
    public static async Task BreaksOff(HttpContext context)
    {
        context.Response.ContentLength = 1_000;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("""{"kind":"EntityRecognitionResults","results":{"""));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>The connection is gone before any answer.</summary>
    public static Task Resets(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>No answer until the other side gives up.</summary>
    /// <param name="reached">Told that the request has come.</param>
    public static Func<HttpContext, Task> Hangs(TaskCompletionSource reached) => async context =>
    {
        var gone = new TaskCompletionSource();
        await using var registered = context.RequestAborted.Register(gone.SetResult);
        reached.TrySetResult();
        await gone.Task;
    };

    public static JsonObject OfDocument(string id, string code) => new() { ["id"] = id, ["error"] = Error(code) };

    static JsonObject Error(string code) => new()
    {
        ["code"] = code, ["message"] = "It did not work.", ["innererror"] = new JsonObject { ["code"] = code, ["message"] = "It did not work." },
    };
}
