using Verify.Workflow.Reviews;

namespace Verify.Workflow.Notices.Telling;

/// <summary>
/// Whether one receiver may be told of something now, by the state that the journal tells when it is sent. A program stands for nobody in
/// particular: it is told what every reviewer may know.
/// </summary>
static class Audience
{
    /// <param name="person">Null for a program.</param>
    public static bool Tells(Review review, ReviewEvent happened, Actor? person) => happened switch
    {
        // A ladder that a disagreement has begun anew is no news any more.
        ReviewReminded or ReviewEscalated => Waits(review, person) && !(review.Compared?.At > happened.At),
        ReviewersDisagreed => review.Stage == ReviewStage.Disagreed && Waits(review, person),
        RecordPublished => review.Outcome == ReviewOutcome.Published,
        _ => false,
    };

    /// <summary>
    /// Whether the claim waits for this person; for a program, whether it waits. Says the same while one of two decisions stands as before it: only
    /// who made it is not told any more.
    /// </summary>
    public static bool Waits(Review review, Actor? person) =>
        review.IsUndecided && (person is null || (person.MayDecide && Turns.Refuse(review, person) is null));
}
