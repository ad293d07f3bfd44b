namespace Verify.Workflow.Reviews;

/// <summary>Whom a review waits for.</summary>
public enum ReviewStage
{
    /// <summary>It was never opened.</summary>
    Unknown,

    /// <summary>For a reviewer.</summary>
    Open,

    /// <summary>For another reviewer than the one who decided.</summary>
    SecondNeeded,

    /// <summary>For the time to pass in which the second decision can be taken back; then the two are compared.</summary>
    BothDecided,

    /// <summary>For an editor: the two decisions differ.</summary>
    Disagreed,

    /// <summary>For nobody: the decision that stands is being made final.</summary>
    Decided,

    /// <summary>For nobody: it has ended.</summary>
    Closed,
}
