using Verify.Ingestion.Formats;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Fetching;

/// <summary>Which media types are worth their bytes.</summary>
static class TakenTypes
{
    /// <summary>For an article what a reader reads; for a feed any XML. What declares nothing is left to the reader.</summary>
    public static bool Take(FetchPurpose purpose, string? declared) => purpose switch
    {
        FetchPurpose.Article => FormatTable.IsRead(declared),
        FetchPurpose.Feed => MediaType.Of(declared) is "" or "text/xml" or "application/xml" || MediaType.Of(declared).EndsWith("+xml", StringComparison.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No media types are kept for this purpose."),
    };

    public static string Accept(FetchPurpose purpose) => purpose == FetchPurpose.Feed
        ? "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8"
        : "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5";

    /// <summary>For a message.</summary>
    public static string Wanted(FetchPurpose purpose) => purpose == FetchPurpose.Feed ? "a feed is RSS or Atom" : "no reader here reads that";
}
