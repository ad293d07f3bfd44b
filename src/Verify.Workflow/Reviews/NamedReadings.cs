using System.Collections.Immutable;
using Verify.Claims;
using Verify.Workflow.Ports;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>
/// Asks who is named in the sentences of an article's claims. Every reading comes back, in its order, with its figures and its worth: whatever
/// the finder answers, and whatever it would answer a second time, the claims and their ids are the same.
/// </summary>
sealed class NamedReadings(IEntityFinder finder)
{
    public async Task<ImmutableArray<Reading>> NameAsync(string text, string language, ImmutableArray<Reading> readings, CancellationToken cancel)
    {
        // One question is asked in one language: passages in another are not asked about.
        ImmutableArray<Excerpt> sentences = [.. readings.Where(reading => reading.Language is null).Select(reading => new Excerpt(reading.Sentence.Start, reading.Sentence.End)).Distinct().OrderBy(place => place.Start)];
        if (sentences.IsEmpty) return readings;
        var answer = await finder.FindAsync(new(text, language, sentences), cancel);
        if (answer is EntityAnswer.Off) return readings;
        DeskMetrics.EntitiesAnswered(answer);
        var named = new SentenceEntities(text, answer);
        return [.. readings.Select(reading => reading.Language is null ? TakenNames.Into(reading, named.Of(reading.Sentence)) : reading)];
    }
}
