using System.Globalization;
using System.Text.RegularExpressions;

namespace Verify.Benchmarks.Load;

/// <summary>A request that the emulator answered, as its access log tells it.</summary>
readonly partial record struct StoreRequest(string Verb, string Path, string Query, int Status)
{
    /// <summary>Asked whether or not there is work: queues that are polled, leases, partitions, the host's own containers.</summary>
    public bool IsBackground =>
        (Verb == "GET" && Path.EndsWith("/messages", StringComparison.Ordinal))
        || Path.StartsWith("azure-webjobs-", StringComparison.Ordinal)
        || Path.Contains("-applease", StringComparison.Ordinal)
        || Path.Contains("Partitions", StringComparison.Ordinal)
        || Query.Contains("restype=", StringComparison.Ordinal)
        || (Verb == "HEAD" && Query.Contains("comp=metadata", StringComparison.Ordinal));

    /// <summary>A blob came to be under this prefix.</summary>
    public bool Created(string prefix) => Verb == "PUT" && Status == 201 && Path.StartsWith(prefix, StringComparison.Ordinal) && !Query.Contains("restype=", StringComparison.Ordinal);

    /// <returns>Null for a line that tells of no request.</returns>
    public static StoreRequest? Parse(string line) => Line().Match(line) is { Success: true } found
        ? new(found.Groups["verb"].Value, found.Groups["path"].Value, found.Groups["query"].Value, int.Parse(found.Groups["status"].ValueSpan, CultureInfo.InvariantCulture))
        : null;

    [GeneratedRegex("""
        "(?<verb>[A-Z]+) /devstoreaccount1/(?<path>[^ ?]*)(\?(?<query>\S*))? HTTP/1\.1" (?<status>\d{3})
        """)]
    private static partial Regex Line();
}
