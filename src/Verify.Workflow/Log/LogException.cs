namespace Verify.Workflow.Log;

/// <summary>The log cannot go on, or cannot be read, as it stands. The message names the blob and the way out.</summary>
public sealed class LogException(string message) : Exception(message);
