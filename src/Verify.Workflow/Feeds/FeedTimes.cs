namespace Verify.Workflow.Feeds;

/// <summary>When a feed is looked at again. Pure.</summary>
static class FeedTimes
{
    /// <summary>The most that a feed can ask to be left alone for.</summary>
    public static readonly TimeSpan LongestWish = TimeSpan.FromHours(6);

    /// <summary>The longest wait after a failure.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>Items were left for later.</summary>
    public static readonly TimeSpan ForTheRest = TimeSpan.FromMinutes(1);

    public static TimeSpan AfterAnswer(TimeSpan every, TimeSpan? wish)
    {
        var longest = every > LongestWish ? every : LongestWish;
        return wish is not { } wished || wished < every ? every : wished > longest ? longest : wished;
    }

    /// <param name="failures">How many in a row, this one included.</param>
    /// <param name="retryAfter">What the other side asked for.</param>
    public static TimeSpan AfterFailure(TimeSpan every, int failures, TimeSpan? retryAfter)
    {
        var wait = every * Math.Pow(2, Math.Min(failures, 12) - 1);
        if (retryAfter > wait) wait = retryAfter.Value;
        return wait > LongestPause ? LongestPause : wait;
    }
}
