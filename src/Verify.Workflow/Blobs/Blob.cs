namespace Verify.Workflow.Blobs;

/// <summary>What a blob held when it was read. The version is opaque and changes with every change of the bytes.</summary>
public sealed record Blob(ReadOnlyMemory<byte> Content, string Version)
{
    /// <summary>Whether it is grown by appending; else it was written whole.</summary>
    public bool IsGrown { get; init; }
}
