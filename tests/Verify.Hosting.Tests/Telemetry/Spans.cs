using System.Collections.Concurrent;
using System.Diagnostics;
using Verify.Workflow;
using Verify.Workflow.Telemetry;

namespace Verify.Hosting.Tests.Telemetry;

/// <summary>Every span of the workflow that tells of one article, and those of a door that the test opens itself.</summary>
sealed class Spans : IDisposable
{
    readonly ActivitySource doors = new("Verify.Tests.Door");
    readonly ConcurrentQueue<Activity> ended = [];
    readonly ActivityListener listener;

    public Spans()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is DeskTrace.SourceName || source == doors,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public Activity Door() => doors.StartActivity("POST", ActivityKind.Server)!;

    public IReadOnlyList<Activity> About(ArticleId article) =>
        [.. ended.Where(span => span.GetTagItem(DeskTrace.ArticleTag) as string == article.Value && span.Source.Name == DeskTrace.SourceName)];

    public IReadOnlyList<Activity> About(ClaimId claim) => [.. ended.Where(span => span.GetTagItem(DeskTrace.ClaimTag) as string == claim.Value)];

    public void Dispose()
    {
        listener.Dispose();
        doors.Dispose();
    }
}
