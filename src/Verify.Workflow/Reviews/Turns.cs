namespace Verify.Workflow.Reviews;

/// <summary>Whose turn it is to judge a claim.</summary>
static class Turns
{
    /// <summary>Why it is not this person's; null when it is. Says nothing that the person may not know.</summary>
    public static (string Code, string Message)? Refuse(Review review, Actor by)
    {
        if (!review.IsUndecided)
            return ("alreadyDecided", "Another decision on this claim stands. It can be taken back by who made it, until undoUntil.");
        if (review.Stage == ReviewStage.Disagreed && by.Role != Role.Editor)
            return ("editorDecides", "Two reviewers differ on this claim. An editor decides it.");
        if (review.Takes(by.Id)) return null;
        return review.Stage == ReviewStage.Disagreed
            ? ("anotherEditorDecides", "Your own decision is one of the two that differ. Another editor decides.")
            : ("anotherReviewerDecides", "You have judged this claim. It asks for a second reviewer, who must be somebody else.");
    }

    public static string Leased(Lease lease) =>
        $"{lease.By} works on this claim until {lease.Until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC. Wait, or take it over with a note: POST …/lease {{\"note\": \"…\"}}.";
}
