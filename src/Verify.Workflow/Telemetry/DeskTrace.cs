using System.Diagnostics;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Telemetry;

/// <summary>
/// The spans of the workflow. Those of a request stand in the trace of whoever sent it; what the desk does by itself for an article
/// stands in the article's own trace, whose id is the first 32 digits of the article's id. Requests link to it. Ids only: no text, no names.
/// </summary>
public static class DeskTrace
{
    /// <summary>What a collector listens to.</summary>
    public const string SourceName = "Verify.Workflow";

    public const string ArticleTag = "verify.article.id";
    public const string ClaimTag = "verify.claim.id";
    internal const string RefusalTag = "verify.refusal";
    internal const string OutcomeTag = "verify.outcome";

    // W3C: 16 bytes name a trace, 8 a span; two hex digits a byte.
    const int TraceDigits = 32;
    const int SpanDigits = 16;

    static readonly ActivitySource Source = new(SourceName);

    /// <summary>The trace of everything that the desk does by itself for an article.</summary>
    public static ActivityTraceId TraceOf(ArticleId article) => ActivityTraceId.CreateFromString(article.Value.AsSpan(0, TraceDigits));

    internal static Activity? Start<TRequest>(TRequest request)
    {
        if (!Source.HasListeners()) return null;
        var about = request is IAboutProcess { About.Article.Value: not null } known ? known.About : default(ProcessId?);
        var door = Activity.Current;
        if (about is not { } process) return Source.StartActivity(typeof(TRequest).Name);
        if (door is not null && door.Source != Source) Tag(door, process);
        var isOwn = request is Advance or Stall; // sent by a driver, not by a person
        var span = isOwn ? StartInArticle(typeof(TRequest).Name, process, door) : Source.StartActivity(typeof(TRequest).Name);
        if (span is null) return null;
        Tag(span, process);
        if (!isOwn) span.AddLink(new ActivityLink(Anchor(process.Article)));
        return span;
    }

    /// <summary>Says what the running request turned out to be about.</summary>
    internal static void About(ProcessId process)
    {
        if (Activity.Current is not { } span || span.Source != Source) return;
        Tag(span, process);
        span.AddLink(new ActivityLink(Anchor(process.Article)));
        if (span.Parent is { } door && door.Source != Source) Tag(door, process);
    }

    /// <summary>One piece of work within an advance.</summary>
    internal static async Task<TEvent> WorkAsync<TEvent>(Work work, Func<Task<TEvent>> perform)
    {
        using var span = Source.StartActivity(work.GetType().Name);
        foreach (var tag in (ReadOnlySpan<string>)[ArticleTag, ClaimTag])
            if (span?.Parent?.GetTagItem(tag) is { } value) span.SetTag(tag, value);
        try
        {
            return await perform();
        }
        catch (Exception failed)
        {
            Failed(span, failed);
            throw;
        }
    }

    // The kind of failure alone: a message may hold what it failed at, and the log has it.
    internal static void Failed(Activity? span, Exception failed)
    {
        if (failed is OperationCanceledException) return;
        span?.SetStatus(ActivityStatusCode.Error, failed.GetType().Name).SetTag("error.type", failed.GetType().FullName);
    }

    // A root of its own in the article's trace, so that each advance is whole whoever sent it; the sender is linked.
    static Activity? StartInArticle(string name, ProcessId process, Activity? sender) => Source.StartActivity(
        ActivityKind.Internal,
        new ActivityContext(TraceOf(process.Article), default, ActivityTraceFlags.Recorded),
        links: sender is null ? null : [new ActivityLink(sender.Context)],
        name: name);

    // A link names a span. No span has this id; the trace is what leads somewhere.
    static ActivityContext Anchor(ArticleId article) => new(
        TraceOf(article), ActivitySpanId.CreateFromString(article.Value.AsSpan(TraceDigits, SpanDigits)), ActivityTraceFlags.Recorded);

    static void Tag(Activity span, ProcessId process)
    {
        span.SetTag(ArticleTag, process.Article.Value);
        if (process.IsReview) span.SetTag(ClaimTag, process.Value);
    }
}
