using System.Collections.Immutable;
using MediatR;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow;

/// <summary>Fold the journal, do what is due, append, until nothing is due. Anyone may send it, twice, at once, after a crash.</summary>
/// <param name="Due">The due mark that this answers, and removes once nothing is due; null when it answers a hint.</param>
public sealed record Advance(ProcessId Id, DateTimeOffset? Due = null) : IRequest<Progress>, IAboutProcess
{
    ProcessId IAboutProcess.About => Id;
}

/// <summary>Where a process stands when nothing is due.</summary>
/// <param name="Outcome">camelCase; null while the process is not finished.</param>
/// <param name="Until">When it is due next; null when only something happening can move it.</param>
/// <param name="Children">The reviews of an article that are still open.</param>
/// <param name="ChildrenDue">Until when each child is at rest; given exactly when there are children.</param>
/// <param name="Stalled">Why nothing is done until then, where work on it failed in every try.</param>
public sealed record Progress(
    string? Outcome, DateTimeOffset? Until, ImmutableArray<ProcessId> Children, DateTimeOffset? ChildrenDue, string? Stalled = null)
{
    public bool IsFinished => Outcome is not null;

    internal static Progress Waiting(DateTimeOffset? until, string? stalled = null) => new(null, until, [], null, stalled);

    internal static Progress WaitingFor(ImmutableArray<ProcessId> children, DateTimeOffset due) => new(null, null, children, due);

    internal static Progress Finished(string outcome) => new(outcome, null, [], null);
}
