using Verify.Workflow.Reviews;

namespace Verify.Workflow;

/// <summary>The rules of a desk. What is changed holds for articles and reviews that start afterwards.</summary>
public sealed record WorkflowOptions
{
    /// <summary>Claims below this worth (0 to 1) are kept and not queued.</summary>
    public double WorthThreshold { get; init; } = 0.3;

    /// <summary>How long a decision can be taken back. Default 10 seconds.</summary>
    public TimeSpan UndoWindow { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>When an undecided claim goes to the head of the queue, from its opening. Default 2 days.</summary>
    public TimeSpan EscalateAfter { get; init; } = TimeSpan.FromDays(2);

    /// <summary>When an undecided claim leaves the queue unverified, from its opening. Default 14 days.</summary>
    public TimeSpan ExpireAfter { get; init; } = TimeSpan.FromDays(14);

    /// <summary>The most claims of one article that are kept, the worthiest first; of the rest only the number. A bound on what one article costs. Default 5,000.</summary>
    public int MostClaimsPerArticle { get; init; } = 5_000;

    internal ReviewRules Rules => new(UndoWindow, EscalateAfter, ExpireAfter);

    /// <exception cref="OptionException">A setting is out of range or contradicts another; the message names it.</exception>
    public WorkflowOptions Checked()
    {
        if (WorthThreshold is not (>= 0 and <= 1)) throw Wrong(nameof(WorthThreshold), WorthThreshold, "takes 0 to 1");
        if (UndoWindow < TimeSpan.Zero) throw Wrong(nameof(UndoWindow), UndoWindow, "is not negative");
        if (EscalateAfter <= TimeSpan.Zero) throw Wrong(nameof(EscalateAfter), EscalateAfter, "is longer than zero");
        if (ExpireAfter <= EscalateAfter) throw Wrong(nameof(ExpireAfter), ExpireAfter, $"is longer than {nameof(EscalateAfter)} ({EscalateAfter})");
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
