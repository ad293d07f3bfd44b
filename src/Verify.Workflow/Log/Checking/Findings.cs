using System.Collections.Immutable;

namespace Verify.Workflow.Log.Checking;

/// <summary>Collects what a check finds.</summary>
sealed class Findings
{
    readonly ImmutableArray<LogFinding>.Builder found = ImmutableArray.CreateBuilder<LogFinding>();

    public void Changed(string name, string what) => found.Add(new(LogFault.Changed, name, what));

    public void Removed(string name, string what) => found.Add(new(LogFault.Removed, name, what));

    public void Added(string name, string what) => found.Add(new(LogFault.Added, name, what));

    public void Broken(string name, string what) => found.Add(new(LogFault.Broken, name, what));

    public void NotYetSealed(string name, string what) => found.Add(new(LogFault.NotYetSealed, name, what));

    public void Resumed(string name, string what) => found.Add(new(LogFault.Resumed, name, what));

    public ImmutableArray<LogFinding> All => found.ToImmutable();
}
