using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Journal;

/// <summary>The two kinds of journal that a store holds.</summary>
static class Journals
{
    public static Journal<ArticleEvent> OfArticles(IBlobs blobs) => new(blobs, "journals/article/", WorkflowJson.Stored.ArticleEvent);

    public static Journal<ReviewEvent> OfReviews(IBlobs blobs) => new(blobs, "journals/review/", WorkflowJson.Stored.ReviewEvent);
}
