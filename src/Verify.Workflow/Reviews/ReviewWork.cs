namespace Verify.Workflow.Reviews;

public sealed record RemindReviewers : Work;

public sealed record EscalateReview : Work;

public sealed record ExpireReview : Work;

/// <summary>Hold two decisions beside each other.</summary>
public sealed record CompareDecisions : Work;

/// <summary>Fix the record's bytes and name.</summary>
public sealed record SealPublication : Work;

/// <summary>Create the record that was sealed, and the link beside the one whose place it takes.</summary>
public sealed record PublishRecord : Work
{
    public override bool ShowsInStore => true;
}

public sealed record SealRejection : Work;

/// <summary>Write into the article's journal how this review ended, and that the article is finished where it was the last; later, that another record took its record's place.</summary>
public sealed record TellArticle : Work;
