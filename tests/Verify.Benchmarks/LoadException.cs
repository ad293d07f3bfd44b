namespace Verify.Benchmarks;

/// <summary>What was to be measured did not do what it was asked.</summary>
sealed class LoadException(string message) : Exception(message);
