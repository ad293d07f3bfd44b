namespace Verify.Ingestion;

/// <summary>What is read at most. What is larger is refused, with both figures in the message.</summary>
public sealed record ReadingLimits
{
    /// <summary>Bytes of one input, envelope included. 10 MB (10 × 1024 × 1024) by default.</summary>
    public int MaxBytes { get; init; } = 10 * 1024 * 1024;
}
