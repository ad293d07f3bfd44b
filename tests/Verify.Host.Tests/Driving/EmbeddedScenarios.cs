using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Verify.Host.Driving;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Due;

namespace Verify.Host.Tests.Driving;

/// <summary>The scenarios over the driver that the host runs.</summary>
public sealed class EmbeddedScenarios : WorkflowScenarios
{
    protected override IScenarioDriver NewDriver() => new Embedded(Clock);

    sealed class Embedded(FakeTimeProvider clock) : IScenarioDriver
    {
        EmbeddedDriver? driver;

        public Task StartAsync(IMediator mediator, DueMarks marks)
        {
            driver = new(new Lazy<IMediator>(mediator), marks, clock, NullLogger<EmbeddedDriver>.Instance);
            return driver.StartAsync(CancellationToken.None);
        }

        public Task SettleAsync() => driver!.WhenIdleAsync(CancellationToken.None);

        public async Task PassAsync(TimeSpan time)
        {
            await SettleAsync();
            clock.Advance(time);
            await SettleAsync();
        }

        public ValueTask WakeAsync(ProcessId id, DateTimeOffset? due = null, CancellationToken cancel = default) => driver!.WakeAsync(id, due, cancel);

        public ValueTask DisposeAsync() => driver!.DisposeAsync();
    }
}
