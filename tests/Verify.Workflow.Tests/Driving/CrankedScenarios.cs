using Verify.Testing.Workflow;

namespace Verify.Workflow.Tests.Driving;

/// <summary>The scenarios over the simplest driver there is.</summary>
public sealed class CrankedScenarios : WorkflowScenarios
{
    protected override IScenarioDriver NewDriver() => new CrankedDriver(Clock);
}
