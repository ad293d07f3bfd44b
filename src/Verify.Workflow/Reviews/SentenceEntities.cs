using System.Collections.Immutable;
using System.Globalization;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Reviews;

/// <summary>
/// Deals a finder's answer out to sentences. Its places are not trusted: what lies outside the text, or begins or ends inside a surrogate pair
/// or a combining sequence, is dropped.
/// </summary>
sealed class SentenceEntities
{
    const double LeastConfidence = 0.5;

    /// <summary>The most that one sentence keeps, the surest first: a bound on what a claim's journal holds.</summary>
    internal const int Most = 32;

    readonly string text;
    readonly EntityAnswer answer;
    readonly Entity[] entities;
    readonly Dictionary<(int, int), EntitiesReading> dealt = []; // the claims of a sentence stand one behind the other

    public SentenceEntities(string text, EntityAnswer answer)
    {
        (this.text, this.answer) = (text, answer);
        entities = answer is EntityAnswer.Found found
            ? [.. found.Entities.Where(IsSound).DistinctBy(entity => (entity.Kind, entity.Start, entity.End)).OrderBy(entity => entity.Start).ThenByDescending(entity => entity.End)]
            : [];
    }

    public EntitiesReading Of(Phrase sentence)
    {
        var place = (sentence.Start, sentence.End);
        return dealt.TryGetValue(place, out var known) ? known : dealt[place] = Deal(sentence);
    }

    EntitiesReading Deal(Phrase sentence) => answer switch
    {
        EntityAnswer.Found found when found.Missing.FirstOrDefault(part => part.Start < sentence.End && sentence.Start < part.End) is { } missing =>
            new(EntitiesState.Unavailable, missing.Why, Inside(sentence), [], found.Source),
        EntityAnswer.Found found => new(EntitiesState.Found, null, Inside(sentence), [], found.Source),
        EntityAnswer.Unavailable none => new(EntitiesState.Unavailable, none.Why, [], [], null),
        _ => throw new ArgumentException($"No sentence is dealt a {answer.GetType().Name}."),
    };

    ImmutableArray<EntityReading> Inside(Phrase sentence)
    {
        var inside = entities.AsSpan(FirstFrom(sentence.Start));
        var next = 0;
        while (next < inside.Length && inside[next].Start < sentence.End) next++;
        return
        [
            .. inside[..next].ToArray().Where(entity => entity.End <= sentence.End).OrderByDescending(entity => entity.Confidence).Take(Most)
                .OrderBy(entity => entity.Start).ThenByDescending(entity => entity.End)
                .Select(entity => new EntityReading(entity.Kind, entity.Start, entity.End, text[entity.Start..entity.End], entity.Confidence)),
        ];
    }

    int FirstFrom(int start)
    {
        var (from, to) = (0, entities.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (entities[middle].Start < start) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    bool IsSound(Entity entity) =>
        Enum.IsDefined(entity.Kind) && entity.Confidence is >= LeastConfidence and <= 1
        && entity.Start >= 0 && entity.Start < entity.End && entity.End <= text.Length
        && !Splits(entity.Start) && !Splits(entity.End) && !text.AsSpan(entity.Start..entity.End).IsWhiteSpace();

    bool Splits(int at) =>
        at > 0 && at < text.Length
        && (char.IsSurrogatePair(text[at - 1], text[at])
            || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);
}
