using Verify.Workflow.Submissions;

namespace Verify.Workflow.Articles;

/// <summary>What came of something sent in. Either way it is kept, and whoever sent it need not send it again.</summary>
public abstract record Intake
{
    Intake() { }

    internal static Answer<Intake> Of(Answer<Submitted> answer) => answer switch
    {
        Answer<Submitted>.Ok ok => new Article(ok.Value),
        Answer<Submitted>.Refused refused => refused.Refusal,
        _ => throw new ArgumentException("An answer is ok or refused.", nameof(answer)),
    };

    /// <summary>The article is in the store.</summary>
    public sealed record Article(Submitted Submitted) : Intake;

    /// <summary>The article stands at an address that could not be fetched yet. It is tried again until its submission ends.</summary>
    public sealed record Waiting(Submission Submission) : Intake;
}
