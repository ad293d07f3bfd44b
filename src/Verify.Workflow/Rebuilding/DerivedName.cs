namespace Verify.Workflow.Rebuilding;

/// <summary>A name in the store that a journal speaks for.</summary>
/// <param name="Content">What must stand under it; null where it may stand or not: a mark whose answer leaves no event.</param>
sealed record DerivedName(string Name, ReadOnlyMemory<byte>? Content);
