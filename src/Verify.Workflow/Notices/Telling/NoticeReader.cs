using System.Collections.Immutable;
using Verify.Workflow.Journal;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Notices.Telling;

/// <summary>Who reads a notice.</summary>
/// <param name="Person">Null for a program.</param>
/// <param name="Zone">Whose clock times are told by.</param>
sealed record NoticeReaderOf(Actor? Person, NoticeLanguage Language, TimeZoneInfo Zone);

/// <summary>Makes a notice of what the journals tell now; what is no news any more makes none.</summary>
sealed class NoticeReader(Journal<ReviewEvent> reviews, NoticeOptions options)
{
    /// <summary>The claims that a digest shows; of the others only the number.</summary>
    public const int MostShown = 20;

    /// <returns>Null where there is nothing to tell this reader.</returns>
    /// <exception cref="JournalException">The journal of a claim cannot be read.</exception>
    public Task<Notice?> ReadAsync(Delivery delivery, NoticeReaderOf reader, CancellationToken cancel) =>
        delivery.Event is { } happened ? OfEventAsync(delivery, happened, reader, cancel) : DigestAsync(delivery, reader, cancel);

    async Task<Notice?> OfEventAsync(Delivery delivery, string eventId, NoticeReaderOf reader, CancellationToken cancel)
    {
        var events = (await reviews.LoadAsync(delivery.Claims[0].Value, cancel)).Events;
        var review = Review.Fold(events);
        if (NoticeKinds.Find(events, eventId) is not { } happened || review.Opened is null || !Audience.Tells(review, happened, reader.Person)) return null;
        var claim = Claim(review);
        var waiting = new NoticeData([claim], ExpiresAt: Deadlines.ExpiresAt(review));
        var data = happened switch
        {
            ReviewersDisagreed differ => waiting with { Fields = [.. differ.Fields], By = [.. review.Decisions.Take(2).Select(decision => decision.By)] },
            RecordPublished { IsFirst: true } published => new NoticeData([claim])
            {
                RecordId = published.RecordId,
                Verdict = VerdictOf(review),
                By = [.. review.Decisions.Select(decision => decision.By)],
            },
            RecordPublished published => Revised(claim, published.RecordId, review.Revisions.Single(one => one.Sealed?.RecordId == published.RecordId).Asked),
            _ => waiting,
        };
        return Made(delivery, data, claim.Link, reader);
    }

    async Task<Notice?> DigestAsync(Delivery delivery, NoticeReaderOf reader, CancellationToken cancel)
    {
        var shown = ImmutableArray.CreateBuilder<NoticeClaim>();
        var count = delivery.More;
        foreach (var id in delivery.Claims)
        {
            var review = Review.Fold((await reviews.LoadAsync(id.Value, cancel)).Events);
            if (review.Opened is null || !Audience.Waits(review, reader.Person)) continue;
            count = checked(count + 1);
            if (shown.Count < MostShown) shown.Add(Claim(review));
        }
        return shown.Count == 0 ? null : Made(delivery, new NoticeData(shown.ToImmutable(), Count: count), options.DeskAddress, reader);
    }

    static Notice Made(Delivery delivery, NoticeData data, string? link, NoticeReaderOf reader) =>
        new($"msg_{delivery.Id}", delivery.Kind, delivery.At, NoticeWords.Of(delivery.Kind, data, reader.Language, reader.Zone), data, link);

    NoticeClaim Claim(Review review)
    {
        var opened = review.Opened!;
        return new(
            opened.Claim, opened.Reading.Claim.Text, opened.Reading.Speaker?.Text, opened.Article.Title, opened.Reading.Language ?? opened.Article.Language, opened.Reading.Worth, opened.At,
            options.DeskAddress is { } desk ? $"{desk}/#{opened.Claim}" : null);
    }

    static NoticeData Revised(NoticeClaim claim, string record, RecordRevised asked) => new([claim])
    {
        RecordId = record,
        Verdict = (asked as RecordCorrected)?.Verdict,
        By = [asked.By],
        Revision = asked.Kind,
        Supersedes = asked.Record,
        Reason = asked.Reason,
    };

    static Verdict? VerdictOf(Review review) => review.Final switch
    {
        ClaimApproved approved => approved.Verdict,
        ClaimCorrected corrected => corrected.Verdict,
        _ => null,
    };
}
