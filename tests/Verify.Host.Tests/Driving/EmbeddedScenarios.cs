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
        static readonly TimeSpan Step = TimeSpan.FromHours(1);

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
            // By the hour: what is due in one jump over days would be done as by a host that slept, which leaves rungs of a ladder out.
            for (var left = time; left > TimeSpan.Zero; left -= Step)
            {
                clock.Advance(left < Step ? left : Step);
                await SettleAsync();
            }
        }

        public ValueTask WakeAsync(ProcessId id, DateTimeOffset? due = null, CancellationToken cancel = default) => driver!.WakeAsync(id, due, cancel);

        public ValueTask DisposeAsync() => driver!.DisposeAsync();
    }
}
