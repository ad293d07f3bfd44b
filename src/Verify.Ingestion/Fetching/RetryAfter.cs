using System.Net.Http.Headers;

namespace Verify.Ingestion.Fetching;

/// <summary>How long the other side asks to be left alone.</summary>
static class RetryAfter
{
    /// <summary>No page is worth a longer wait, and no server has a say in when this desk forgets.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>From zero to <see cref="Longest"/>; null where nothing is asked.</summary>
    public static TimeSpan? Of(RetryConditionHeaderValue? asked, DateTimeOffset now)
    {
        if ((asked?.Delta ?? asked?.Date - now) is not { } wait) return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
    }
}
