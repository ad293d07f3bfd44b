namespace Verify.Workflow.Reviews;

/// <summary>A correction or retraction of a published record, as the journal tells it: the same three steps as the record's own publication.</summary>
/// <param name="Sealed">Set once the bytes of the new record are fixed.</param>
/// <param name="IsPublished">The new record is in the store, with the link beside the old one.</param>
public sealed record Revision(RecordRevised Asked, PublicationSealed? Sealed = null, bool IsPublished = false, bool IsArticleTold = false)
{
    /// <summary>Total: what belongs to no revision changes nothing.</summary>
    internal static Review Apply(Review review, ReviewEvent happened) => (review, happened) switch
    {
        ({ IsArticleTold: true, Revising: null, IsRetracted: false, Standing: { } standing }, RecordRevised asked)
            when asked.Record == standing.RecordId && !review.Withdrawn.Contains(asked.Id) => review with { Revisions = review.Revisions.Add(new(asked)) },
        ({ Revising: { Sealed: null } last }, DecisionWithdrawn taken) when taken.Decision == last.Asked.Id =>
            review with { Revisions = review.Revisions.Remove(last), Withdrawn = review.Withdrawn.Add(last.Asked.Id) },
        ({ Revising: { Sealed: null } last }, PublicationSealed fixedNow) => Changed(review, last, last with { Sealed = fixedNow }),
        ({ Revising: { Sealed: { } sealedNow, IsPublished: false } last }, RecordPublished published) when published.RecordId == sealedNow.RecordId =>
            Changed(review, last, last with { IsPublished = true }),
        ({ Revising: { IsPublished: true } last }, ArticleTold) => Changed(review, last, last with { IsArticleTold = true }),
        _ => review,
    };

    /// <summary>Pure: no clock, no I/O.</summary>
    internal static Step Next(Revision last, DateTimeOffset undoUntil, DateTimeOffset now) => last switch
    {
        { IsPublished: true } => new Step.Do(new TellArticle()),
        { Sealed: not null } => new Step.Do(new PublishRecord()),
        _ when now < undoUntil => new Step.Wait(undoUntil),
        _ => new Step.Do(new SealPublication()),
    };

    static Review Changed(Review review, Revision last, Revision by) => review with { Revisions = review.Revisions.Replace(last, by) };
}
