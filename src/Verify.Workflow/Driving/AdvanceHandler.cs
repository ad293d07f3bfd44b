using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Due;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Driving;

sealed class AdvanceHandler(ArticleProcess articles, ReviewProcess reviews, DueMarks due) : IRequestHandler<Advance, Progress>
{
    public async Task<Progress> Handle(Advance asked, CancellationToken cancel)
    {
        var (progress, position) = await RunAsync(asked.Id, cancel);
        if (asked.Due is not { } answered || DueMarks.SameMark(answered, progress.Until)) return progress;

        await due.RemoveAsync(asked.Id, answered, cancel);
        // An event appended before the mark was removed may have relied on that mark: look once more. Nothing moves what is finished.
        return progress.IsFinished || await PositionAsync(asked.Id, cancel) == position ? progress : (await RunAsync(asked.Id, cancel)).Progress;
    }

    Task<(Progress Progress, long Position)> RunAsync(ProcessId id, CancellationToken cancel) =>
        id.IsReview ? reviews.RunAsync(id.Claim, cancel) : articles.RunAsync(id.Article, cancel);

    Task<long> PositionAsync(ProcessId id, CancellationToken cancel) =>
        id.IsReview ? reviews.PositionAsync(id.Claim, cancel) : articles.PositionAsync(id.Article, cancel);
}
