using System.Collections.Immutable;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Fetching;

/// <summary>Bounds of fetching. None of them opens the way to an address that is not public, or to plain http.</summary>
public sealed record FetchOptions
{
    /// <summary>Most bytes of an article, decompressed.</summary>
    public int MostArticleBytes { get; init; } = ArticleLimits.MostBytes;

    /// <summary>Most bytes of a feed, decompressed. Default 4 MiB.</summary>
    public int MostFeedBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>From the first look-up of a name to the last byte, redirects included. Default 15 seconds.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Ports that are connected to: 443 and none other unless said here, so that an address is no way to try out ports.</summary>
    public ImmutableArray<int> Ports { get; init; } = [443];

    /// <summary>Fetches under way at once; more wait for their turn. Bounds memory to this many times <see cref="MostArticleBytes"/>. Default 8.</summary>
    public int MostAtOnce { get; init; } = 8;

    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public FetchOptions Checked()
    {
        if (MostArticleBytes is < 1 or > ArticleLimits.MostBytes) throw Wrong(nameof(MostArticleBytes), MostArticleBytes, $"takes 1 to {ArticleLimits.MostBytes}");
        if (MostFeedBytes is < 1 or > ArticleLimits.MostBytes) throw Wrong(nameof(MostFeedBytes), MostFeedBytes, $"takes 1 to {ArticleLimits.MostBytes}");
        if (Longest <= TimeSpan.Zero || Longest > TimeSpan.FromMinutes(5)) throw Wrong(nameof(Longest), Longest, "is longer than zero and at most five minutes");
        if (Ports.IsDefaultOrEmpty) throw Wrong(nameof(Ports), "empty", "names a port");
        foreach (var port in Ports)
            if (port is not 443 and (< 1024 or > 65535)) throw Wrong(nameof(Ports), port, "takes 443, and 1024 to 65535");
        if (MostAtOnce is < 1 or > 1000) throw Wrong(nameof(MostAtOnce), MostAtOnce, "takes 1 to 1000");
        return this;
    }

    static ArgumentException Wrong(string name, object value, string law) =>
        new(FormattableString.Invariant($"The setting {name} is {value}; it {law}."));
}
