namespace Verify.Functions.Driving;

/// <summary>The custom status of an orchestration: what an operator reads beside its id.</summary>
/// <param name="State"><c>advancing</c>, <c>waiting</c> or <c>stalled</c>.</param>
/// <param name="Until">When it goes on by itself; null when only something happening moves it.</param>
/// <param name="Advances">How often this run has advanced its process.</param>
/// <param name="Reason">Why it is stalled.</param>
sealed record LoopStatus(string State, DateTimeOffset? Until, int Advances, string? Reason = null);
