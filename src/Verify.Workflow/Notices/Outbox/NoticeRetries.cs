namespace Verify.Workflow.Notices.Outbox;

/// <summary>When a notice is tried again: ten tries within about three days, later where the receiver asks for it.</summary>
static class NoticeRetries
{
    public const int MostTries = 10;

    /// <summary>How long a try is somebody's before another may make it: longer than any receiver is waited for.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>No receiver has a say in when this desk forgets.</summary>
    static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <param name="tries">Those that failed so far, 1 or more.</param>
    /// <param name="asked">What the receiver asks for.</param>
    public static TimeSpan After(int tries, TimeSpan? asked)
    {
        var wait = Waits[Math.Min(tries, Waits.Length) - 1];
        return asked > wait ? asked.Value < LongestAsked ? asked.Value : LongestAsked : wait;
    }
}
