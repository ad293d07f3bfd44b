namespace Verify.Workflow.Submissions;

/// <summary>When an address is tried again: eight tries within about 13 hours, later where the other side asks for it.</summary>
static class RetryPlan
{
    public const int MostTries = 8;

    /// <summary>What a fetch may take in all, waiting for its turn included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How long a try is somebody's before another may make it: longer than a fetch and the reading of any page together.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(45),
        TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(6),
    ];

    /// <param name="tries">Those that failed so far, 1 or more.</param>
    /// <param name="asked">What the other side asks for.</param>
    public static TimeSpan After(int tries, TimeSpan? asked)
    {
        var wait = Waits[Math.Min(tries, Waits.Length) - 1];
        return asked > wait ? asked.Value : wait;
    }
}
