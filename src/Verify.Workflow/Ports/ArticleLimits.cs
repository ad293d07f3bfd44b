namespace Verify.Workflow.Ports;

/// <summary>Bounds that every door and reader shares.</summary>
public static class ArticleLimits
{
    /// <summary>The most bytes an article has as received: 10 MiB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;
}
