using Verify.Workflow.Ports;

namespace Verify.Ingestion;

/// <summary>What is read at most. What is larger is refused, with both figures in the message.</summary>
public sealed record ReadingLimits
{
    /// <summary>Bytes of one input, envelope included. By default what every door takes.</summary>
    public int MaxBytes { get; init; } = ArticleLimits.MostBytes;
}
