namespace Verify.Functions.Driving;

/// <summary>The external event that tells an orchestration that something happened to its process.</summary>
/// <param name="Due">When to advance it; null for now.</param>
sealed record WakeUp(DateTimeOffset? Due)
{
    public const string Name = "WakeUp";
}
