using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Verify.Workflow;

namespace Verify.Web.Problems;

/// <summary>Carries an <see cref="Answer{T}"/> through an endpoint and out of it.</summary>
static class Answers
{
    /// <summary>Goes on with the value; a refusal stays what it is.</summary>
    public static async Task<Answer<TNext>> ThenAsync<T, TNext>(this Answer<T> answer, Func<T, Task<Answer<TNext>>> next) => answer switch
    {
        Answer<T>.Ok ok => await next(ok.Value),
        Answer<T>.Refused refused => refused.Refusal,
        _ => throw new ArgumentException("An answer is a value or a refusal.", nameof(answer)),
    };

    /// <inheritdoc cref="ThenAsync{T, TNext}(Answer{T}, Func{T, Task{Answer{TNext}}})"/>
    public static async Task<Answer<TNext>> ThenAsync<T, TNext>(this Task<Answer<T>> answer, Func<T, Task<Answer<TNext>>> next) =>
        await (await answer).ThenAsync(next);

    /// <summary>The value as the endpoint writes it, a refusal as its problem.</summary>
    public static async Task<IResult> ResultAsync<T>(this Task<Answer<T>> answer, Func<T, IResult> write) => await answer switch
    {
        Answer<T>.Ok ok => write(ok.Value),
        Answer<T>.Refused refused => Problem.Of(refused.Refusal),
        var other => throw new ArgumentException($"An answer is a value or a refusal, not {other}.", nameof(answer)),
    };

    public static Task<IResult> JsonAsync<T>(this Task<Answer<T>> answer, JsonTypeInfo<T> json) => answer.ResultAsync(value => Results.Json(value, json));
}
