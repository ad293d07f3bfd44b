using MediatR;
using Microsoft.Extensions.Time.Testing;
using Verify.Workflow;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;

namespace Verify.Web.Tests.Desk;

/// <summary>A driver that does at once what it is told, and what time brings when the test lets time pass.</summary>
sealed class InlineDriver(FakeTimeProvider clock, Lazy<IMediator> mediator, Lazy<DueMarks> marks) : IWakeUps
{
    public async ValueTask WakeAsync(ProcessId id, DateTimeOffset? due = null, CancellationToken cancel = default)
    {
        if (due is null || due <= clock.GetUtcNow()) await mediator.Value.Send(new Advance(id, due), cancel);
    }

    public async Task PassAsync(TimeSpan time)
    {
        clock.Advance(time);
        await foreach (var mark in marks.Value.ListAsync(clock.GetUtcNow())) await WakeAsync(mark.Id, mark.Minute);
    }
}
