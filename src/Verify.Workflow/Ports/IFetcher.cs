namespace Verify.Workflow.Ports;

/// <summary>Fetches what stands at an address of the public web. Guarded: an address that somebody sends is never a way into the network that the desk runs in.</summary>
public interface IFetcher
{
    /// <summary>Follows redirects, within bounds of size and time. Never throws for what the other side does.</summary>
    Task<Fetched> FetchAsync(FetchRequest asked, CancellationToken cancel = default);
}

/// <param name="Address">Absolute, https.</param>
/// <param name="IfNoneMatch">The ETag of the last answer, as it was sent; null for none.</param>
/// <param name="IfModifiedSince">The Last-Modified of the last answer; null for none.</param>
public sealed record FetchRequest(string Address, FetchPurpose Purpose, string? IfNoneMatch = null, DateTimeOffset? IfModifiedSince = null);

/// <summary>Decides which media types are taken.</summary>
public enum FetchPurpose
{
    Article,
    Feed,
}

/// <summary>What came of a fetch.</summary>
public abstract record Fetched
{
    Fetched() { }

    /// <param name="MediaType">As declared, parameters included; null where none was.</param>
    /// <param name="Address">Where it stood in the end, after redirects.</param>
    /// <param name="ETag">As sent, quotes included.</param>
    public sealed record Content(ReadOnlyMemory<byte> Bytes, string? MediaType, string Address, string? ETag, DateTimeOffset? LastModified) : Fetched;

    /// <summary>Nothing has changed since the answer that the request named.</summary>
    public sealed record NotModified : Fetched;

    /// <summary>It will not be fetched, now or later.</summary>
    public sealed record Refused(InputProblem Problem) : Fetched;

    /// <summary>It could not be fetched this time; another time it may.</summary>
    /// <param name="RetryAfter">What the other side asked for; null where it did not.</param>
    public sealed record Failed(InputProblem Problem, TimeSpan? RetryAfter = null) : Fetched;
}
