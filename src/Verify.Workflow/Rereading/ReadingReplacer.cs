using System.Collections.Immutable;
using System.Text.Json;
using MediatR;
using Verify.Claims;
using Verify.Workflow.Due;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Rereading;

/// <summary>What became of one claim.</summary>
enum Fate
{
    Unchanged,
    Replaced,
    ReplacedAndLapsed,
    NotFound,
    Left,
}

/// <summary>Gives a claim that waits the reading of this version.</summary>
sealed class ReadingReplacer(Journal<ReviewEvent> reviews, DueMarks due, IMediator mediator, TimeProvider clock)
{
    /// <param name="reading">As this version reads it; null where it does not find it.</param>
    public async Task<Fate> ReplaceAsync(ClaimId claim, Reading? reading, byte[] textHash, Actor by, CancellationToken cancel)
    {
        while (true)
        {
            var history = await reviews.LoadAsync(claim.Value, cancel);
            var review = Review.Fold(history.Events);
            // Two who differ were shown the same, and so is the editor who decides between them.
            if (review.Stage is not (ReviewStage.Open or ReviewStage.SecondNeeded)) return Fate.Left;
            if (reading is null) return Fate.NotFound;
            if (!Differs(review, reading)) return Fate.Unchanged;
            var now = clock.GetUtcNow();
            await due.MarkAsync(claim, now, cancel); // whoever advances it shows the queue what it says now
            var appended = await reviews.AppendAsync(claim.Value, history, Events(review, reading, textHash, by, now), cancel);
            if (!appended.IsWritten) continue;
            await mediator.Send(new Advance(claim, now), cancel);
            return review.Decisions.IsEmpty ? Fate.Replaced : Fate.ReplacedAndLapsed;
        }
    }

    // Nobody's decision is taken from them for a changed opinion on how much it is worth to judge.
    static bool Differs(Review review, Reading reading) =>
        review.Decisions.IsEmpty ? Written(review.Opened!.Reading) != Written(reading) : Written(Judged(review.Opened!.Reading)) != Written(Judged(reading));

    static Reading Judged(Reading reading) => reading with { Worth = 0, Reasons = [], Risk = null, RiskReasons = null };

    static string Written(Reading reading) => JsonSerializer.Serialize(reading, WorkflowJson.Stored.Reading);

    static ImmutableArray<ReviewEvent> Events(Review review, Reading reading, byte[] textHash, Actor by, DateTimeOffset now) =>
    [
        .. review.Decisions.Select(decision => new DecisionLapsed($"{decision.Id}-lapsed", now, decision.Id, decision.By)),
        new ReadingReplaced(EventId.New("readingReplaced"), now, by.Id, ClaimExtractor.Version, reading, ShownHash.Of(textHash, ClaimExtractor.Version, reading)),
    ];
}
