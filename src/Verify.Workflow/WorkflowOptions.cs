using Verify.Workflow.Reviews;

namespace Verify.Workflow;

/// <summary>The rules of a desk. What is changed holds for articles and reviews that start afterwards.</summary>
public sealed record WorkflowOptions
{
    static readonly TimeSpan LeastLease = TimeSpan.FromSeconds(10);
    static readonly TimeSpan MostLease = TimeSpan.FromHours(8);

    /// <summary>Claims below this worth (0 to 1) are kept and not queued.</summary>
    public double WorthThreshold { get; init; } = 0.3;

    /// <summary>How long a decision can be taken back. Default 10 seconds.</summary>
    public TimeSpan UndoWindow { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>When reviewers are reminded of an undecided claim, from its opening; earlier than <see cref="EscalateAfter"/>. Zero for never. Default 1 day.</summary>
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>When an undecided claim goes to the head of the queue, from its opening. Default 2 days.</summary>
    public TimeSpan EscalateAfter { get; init; } = TimeSpan.FromDays(2);

    /// <summary>When an undecided claim leaves the queue unverified, from its opening. Default 14 days.</summary>
    public TimeSpan ExpireAfter { get; init; } = TimeSpan.FromDays(14);

    /// <summary>The risk (0 to 1) from which a second reviewer must judge too, and with it every corrected figure and every reviewer of low agreement. 1 for never. Default 0.35: two grounds of risk, or one grave one.</summary>
    public double SecondReviewFrom { get; init; } = 0.35;

    /// <summary>How long a claim is kept for who works on it. Default 10 minutes.</summary>
    public TimeSpan LeaseFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The most claims of one article that are kept, the worthiest first; of the rest only the number. A bound on what one article costs. Default 5,000.</summary>
    public int MostClaimsPerArticle { get; init; } = 5_000;

    internal ReviewRules Rules => new(
        UndoWindow, EscalateAfter, ExpireAfter, RemindAfter > TimeSpan.Zero ? RemindAfter : null, SecondReviewFrom < 1 ? SecondReviewFrom : null);

    /// <summary>From the opening of a review to the first time that something is due by itself.</summary>
    internal TimeSpan FirstDeadlineAfter => Rules.RemindAfter ?? EscalateAfter;

    /// <exception cref="OptionException">A setting is out of range or contradicts another; the message names it.</exception>
    public WorkflowOptions Checked()
    {
        if (WorthThreshold is not (>= 0 and <= 1)) throw Wrong(nameof(WorthThreshold), WorthThreshold, "takes 0 to 1");
        if (UndoWindow < TimeSpan.Zero) throw Wrong(nameof(UndoWindow), UndoWindow, "is not negative");
        if (EscalateAfter <= TimeSpan.Zero) throw Wrong(nameof(EscalateAfter), EscalateAfter, "is longer than zero");
        if (ExpireAfter <= EscalateAfter) throw Wrong(nameof(ExpireAfter), ExpireAfter, $"is longer than {nameof(EscalateAfter)} ({EscalateAfter})");
        if (RemindAfter < TimeSpan.Zero) throw Wrong(nameof(RemindAfter), RemindAfter, "is not negative");
        if (RemindAfter >= EscalateAfter) throw Wrong(nameof(RemindAfter), RemindAfter, $"is shorter than {nameof(EscalateAfter)} ({EscalateAfter}), or zero for no reminder");
        if (SecondReviewFrom is not (>= 0 and <= 1)) throw Wrong(nameof(SecondReviewFrom), SecondReviewFrom, "takes 0 to 1");
        if (LeaseFor < LeastLease || LeaseFor > MostLease) throw Wrong(nameof(LeaseFor), LeaseFor, $"takes {LeastLease} to {MostLease}");
        if (MostClaimsPerArticle is < 1 or > 30_000) throw Wrong(nameof(MostClaimsPerArticle), MostClaimsPerArticle, "takes 1 to 30000");
        return this;
    }

    static OptionException Wrong(string name, object value, string law) => new(name, FormattableString.Invariant($"is {value}; it {law}."));
}

/// <summary>An option is out of range or contradicts another.</summary>
/// <param name="option">The property's name.</param>
/// <param name="wrong">What is wrong with it, to stand behind a name: "is -1; it is not negative."</param>
public sealed class OptionException(string option, string wrong) : ArgumentException($"The setting {option} {wrong}")
{
    public string Option => option;

    public string Wrong => wrong;
}
