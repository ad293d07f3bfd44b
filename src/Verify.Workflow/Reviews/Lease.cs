namespace Verify.Workflow.Reviews;

/// <summary>Who works on a claim, and until when: a sign to others, never a lock for good.</summary>
/// <param name="By">A pseudonym.</param>
public sealed record Lease(string By, DateTimeOffset Until)
{
    public bool Holds(DateTimeOffset now) => now < Until;

    /// <summary>Whether somebody else works on it now.</summary>
    public bool KeepsOut(string reviewer, DateTimeOffset now) => Holds(now) && By != reviewer;
}
