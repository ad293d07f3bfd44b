namespace Verify.Workflow.Blobs;

/// <summary>The store could not answer. What was asked may or may not have happened: look before trying again.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
