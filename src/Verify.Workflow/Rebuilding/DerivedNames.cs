using System.Collections.Immutable;
using Verify.Workflow.Articles;
using Verify.Workflow.Due;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Rebuilding;

/// <summary>All that one journal speaks for in the folders that are derived. Pure.</summary>
static class DerivedNames
{
    /// <summary>The folders whose names each stand for one process.</summary>
    public static ImmutableArray<string> Prefixes { get; } = [ReviewQueue.Prefix, DueMarks.Prefix, LeaseMarks.Prefix, StalledMarks.Prefix, StateMarks.Prefix];

    public static IEnumerable<DerivedName> Of(ClaimId claim, ImmutableArray<ReviewEvent> events, DateTimeOffset now)
    {
        var review = Review.Fold(events);
        var next = Review.Next(review, now);
        var names = StateMarks.Names(review).Select(name => new DerivedName(name, ReadOnlyMemory<byte>.Empty)).ToList();
        if (next is Step.Finished) return names;
        if (review.IsUndecided) names.Add(new(ReviewQueue.NameOf(review), ReviewQueue.Content(review)));
        if (LeaseMarks.Standing(review, now) is { } lease) names.Add(new(LeaseMarks.Prefix + claim, LeaseMarks.Content(lease)));
        if (review.Stalled is { } stalled) names.Add(Of(claim, stalled));

        IEnumerable<DateTimeOffset> firm = review is { Outcome: null, Sealed: null } ? [Deadlines.Marked(review)] : [];
        var told = events.OfType<ClaimJudged>().Select(review.UndoUntilOf).Concat(events.OfType<RecordRevised>().Select(review.UndoUntilOf)).Concat(events.OfType<ReviewStalled>().Select(stall => stall.RetryAt));
        names.AddRange(Marks(claim, next, firm, told, events[^1].At, now));
        return names;
    }

    public static IEnumerable<DerivedName> Of(ArticleId id, ImmutableArray<ArticleEvent> events, DateTimeOffset now)
    {
        var article = Article.Fold(events);
        var next = Article.Next(article, now);
        if (next is Step.Finished) return [];
        var told = events.OfType<ArticleReceived>().Select(received => received.At).Concat(events.OfType<ArticleStalled>().Select(stall => stall.RetryAt))
            .Concat(events.OfType<ArticleErased>().Select(erased => erased.At));
        var marks = Marks(id, next, [], told, events[^1].At, now);
        return article.Stalled is { } stalled ? marks.Append(Of(id, stalled)) : marks;
    }

    static DerivedName Of(ProcessId id, Stalled stalled) => new(StalledMarks.Prefix + id.Value, StalledMarks.Content(stalled));

    /// <param name="firm">Times whose mark must stand.</param>
    /// <param name="told">Times whose mark stands until it is answered; no event says whether it was.</param>
    /// <param name="last">When the journal's last event was: the mark of what is due now where none of these times has come.</param>
    static IEnumerable<DerivedName> Marks(
        ProcessId id, Step next, IEnumerable<DateTimeOffset> firm, IEnumerable<DateTimeOffset> told, DateTimeOffset last, DateTimeOffset now)
    {
        var must = firm.ToList();
        var may = told.ToList();
        if (next is Step.Wait { Until: { } until }) must.Add(until);
        if (next is Step.Do && !must.Any(time => time <= now)) must.Add(may.Where(time => time <= now).DefaultIfEmpty(last < now ? last : now).Max());
        return must.Select(time => new DerivedName(DueMarks.Name(id, time), ReadOnlyMemory<byte>.Empty))
            .Concat(may.Select(time => new DerivedName(DueMarks.Name(id, time), null)))
            .DistinctBy(name => name.Name);
    }
}
