using System.Globalization;
using Azure;
using Azure.Identity;
using Verify.Workflow.Ports;

namespace Verify.Functions.Language;

/// <summary>What became of a call that threw, in words for the claim and for the log. Neither holds what the service wrote: it may repeat the article.</summary>
static class LanguageFaults
{
    public static WhyNoEntities Why(Exception failed) => Causes(failed) switch
    {
        var causes when causes.OfType<BudgetSpentException>().Any() => WhyNoEntities.BudgetSpent,
        var causes when causes.OfType<OperationCanceledException>().Any() => WhyNoEntities.TimedOut,
        [AuthenticationFailedException, ..] or [RequestFailedException { Status: 401 or 403 }, ..] => WhyNoEntities.NotAllowed,
        _ => WhyNoEntities.Failed,
    };

    public static string InShort(Exception failed) => Causes(failed)[^1] switch
    {
        RequestFailedException { Status: > 0 } refused => string.Create(CultureInfo.InvariantCulture, $"status {refused.Status}, {Code(refused.ErrorCode)}"),
        var other => other.GetType().Name,
    };

    static string Code(string? code) => code is { Length: > 0 and <= 60 } && code.All(char.IsAsciiLetterOrDigit) ? code : "no code";

    // The client wraps what several tries threw.
    static IReadOnlyList<Exception> Causes(Exception failed) => failed is AggregateException several ? several.Flatten().InnerExceptions : [failed];
}
