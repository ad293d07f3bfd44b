using Verify.Workflow.Due;
using Verify.Workflow.Journal;

namespace Verify.Workflow.Reviews;

/// <summary>Puts new reviews where they rest: in the journal, marked for their first deadline, in the queue. Nothing is left for a first <see cref="Advance"/>.</summary>
sealed class ReviewOpener(Journal<ReviewEvent> reviews, DueMarks due, ReviewQueue queue)
{
    /// <summary>Repeating it is harmless, also when the review has gone on meanwhile.</summary>
    public async Task OpenAsync(ReviewOpened opened, CancellationToken cancel)
    {
        var begun = await reviews.AppendAsync(opened.Claim.Value, new([], 0), opened, cancel);
        if (!begun.IsWritten)
            throw new JournalException($"The review of {opened.Claim} does not begin with its opening. Restore its journal from a backup.");
        var review = Review.Fold(begun.History.Events);
        if (!review.IsUndecided) return; // decided or closed since a first attempt: whoever did that marked it
        await Task.WhenAll(due.MarkAsync(opened.Claim, Deadlines.Marked(review), cancel), queue.ShowAsync(review, cancel));
    }
}
