namespace Verify.Workflow.Stalls;

/// <summary>Work on a process failed in every try, and waits for its time or for somebody to mend the cause.</summary>
/// <param name="Times">How often in a row, from 1.</param>
/// <param name="Reason">What the last try said; at most <see cref="LongestReason"/> characters.</param>
public sealed record Stalled(int Times, DateTimeOffset At, DateTimeOffset RetryAt, string Reason)
{
    public const int LongestReason = 500;

    static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(15);

    /// <summary>A day: what nobody mends by then costs one try a day.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Once more after <paramref name="before"/>: each wait is twice the last one, up to <see cref="LongestWait"/>.</summary>
    public static Stalled Again(Stalled? before, DateTimeOffset now, string reason)
    {
        var times = (before?.Times ?? 0) + 1;
        var wait = FirstWait * Math.Pow(2, Math.Min(times, 10) - 1);
        return new(times, now, now + (wait < LongestWait ? wait : LongestWait), Short(reason));
    }

    /// <summary>As the journal tells it.</summary>
    public static Stalled Noted(Stalled? before, DateTimeOffset at, DateTimeOffset retryAt, string reason) => new((before?.Times ?? 0) + 1, at, retryAt, reason);

    /// <summary>Of a process whose journal cannot take an event: only its mark tells of it.</summary>
    public static Stalled Unwritten(DateTimeOffset now, string reason) => new(1, now, now + LongestWait, Short(reason));

    static string Short(string reason) => reason.Length <= LongestReason ? reason : reason[..(LongestReason - 1)] + "…";
}
