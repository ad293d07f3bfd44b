using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Verify.Workflow.Reviews;

namespace Verify.Web.OpenApi;

/// <summary>The codes of the problems that a route answers with one status.</summary>
sealed record ProblemCodes(int Status, string[] Codes);

/// <summary>What a route takes as its body.</summary>
/// <param name="Shape">Null where any bytes are taken.</param>
sealed record RequestBodyKinds(Type? Shape, params string[] MediaTypes)
{
    public bool IsOptional { get; init; }

    /// <summary>A judgement on a record that was published: with the reason that is published too.</summary>
    public bool IsCorrection { get; init; }
}

/// <summary>Another shape that an answer of this status may have.</summary>
sealed record AlsoShaped(int Status, Type Shape);

/// <summary>Media types of a 200 that have no shape of JSON.</summary>
sealed record AlsoAnswers(string[] MediaTypes);

/// <summary>The words of the route table that describe a route.</summary>
static class RouteWords
{
    const string Json = "application/json";

    public static RouteHandlerBuilder Does(this RouteHandlerBuilder route, string summary, string description) =>
        route.WithSummary(summary).WithDescription(description);

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses) route.Produces<T>(status, Json);
        return route;
    }

    /// <summary>After <see cref="Answers{T}"/> of the same status.</summary>
    public static RouteHandlerBuilder AlsoAnswers<T>(this RouteHandlerBuilder route, int status) => route.WithMetadata(new AlsoShaped(status, typeof(T)));

    public static RouteHandlerBuilder AnswersBytes(this RouteHandlerBuilder route, params string[] mediaTypes) =>
        route.WithMetadata(new AlsoAnswers(mediaTypes));

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, int status, params string[] codes) =>
        route.ProducesProblem(status).WithMetadata(new ProblemCodes(status, codes));

    // Told to the document only: the framework's own word for it would answer 415 before the desk can say which formats it reads.
    public static RouteHandlerBuilder TakesDecision(this RouteHandlerBuilder route) => route.WithMetadata(new RequestBodyKinds(typeof(Judgement), Json));

    public static RouteHandlerBuilder TakesCorrection(this RouteHandlerBuilder route) =>
        route.WithMetadata(new RequestBodyKinds(typeof(Judgement), Json) { IsCorrection = true });

    public static RouteHandlerBuilder TakesJson<T>(this RouteHandlerBuilder route) => route.WithMetadata(new RequestBodyKinds(typeof(T), Json) { IsOptional = true });

    public static RouteHandlerBuilder TakesAnyBody(this RouteHandlerBuilder route) =>
        route.WithMetadata(new RequestBodyKinds(null, "text/plain", "text/html", Json, "application/octet-stream", "multipart/form-data"));
}
