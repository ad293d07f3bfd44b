using System.Collections.Immutable;
using Verify.Claims;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Reviews;

/// <summary>
/// Which names a reading takes over: only where a person would not hesitate. Touches speaker and subject and nothing else, so figures, worth
/// and the claim's id are the extractor's alone.
/// </summary>
static class TakenNames
{
    const double Sure = 0.8;
    const int Longest = 100;
    const string Quotes = "\"“”„«»";
    const string ClauseMarks = ",:;.!?(–—";

    /// <summary>The reading with its entities, and with the names that are taken from them.</summary>
    public static Reading Into(Reading reading, EntitiesReading entities)
    {
        var read = reading with { Entities = entities };
        if (entities.State != EntitiesState.Found) return read;
        ImmutableArray<EntityReading> names = [.. entities.Named.Where(named => named.Kind is EntityKind.Person or EntityKind.Organisation)];
        var subject = reading.Subject is null ? MissingSubject(reading, names) : WholeSubject(reading, reading.Subject, names);
        var speaker = reading.Speaker is null ? MissingSpeaker(reading, names) : WholeSpeaker(reading, reading.Speaker, names);
        if (subject is null && speaker is null) return read;
        ImmutableArray<TakenName> taken =
        [
            .. subject is null ? [] : new[] { new TakenName(ReadingPart.Subject, reading.Subject) },
            .. speaker is null ? [] : new[] { new TakenName(ReadingPart.Speaker, reading.Speaker) },
        ];
        return read with { Subject = subject ?? reading.Subject, Speaker = speaker ?? reading.Speaker, Entities = entities with { Taken = taken } };
    }

    /// <summary>"<u>Budi Santoso</u> menghela napas: “Ada 500 korban,” katanya": nobody else is named before the cue, and the quotation opens behind the name.</summary>
    static Phrase? MissingSpeaker(Reading reading, ImmutableArray<EntityReading> names)
    {
        if (reading.Cue is not { } cue || cue.Start < reading.Sentence.Start || cue.End > reading.Sentence.End) return null;
        if (Only(reading, names.Where(name => name.Start < cue.End)) is not { } only || only.End > FirstFigure(reading) || FirstFigure(reading) > cue.Start) return null;
        return QuotesIn(reading, reading.Sentence.Start, only.Start) == 0 && QuotesIn(reading, only.End, FirstFigure(reading)) == 1 && OpensClause(reading, only)
            ? PhraseOf(only)
            : null;
    }

    /// <summary>Where nobody is quoted: the only name before the figure, if it opens a clause.</summary>
    static Phrase? MissingSubject(Reading reading, ImmutableArray<EntityReading> names)
    {
        if (reading.Cue is not null || reading.Speaker is not null) return null;
        return Only(reading, names.Where(name => name.Start < FirstFigure(reading))) is { } only && only.End <= FirstFigure(reading)
            && QuotesIn(reading, reading.Sentence.Start, FirstFigure(reading)) == 0 && OpensClause(reading, only)
            ? PhraseOf(only)
            : null;
    }

    static Phrase? WholeSpeaker(Reading reading, Phrase speaker, ImmutableArray<EntityReading> names) =>
        Whole(reading, speaker, names, [.. Held(reading), PlaceOf(reading.Claim)]);

    static Phrase? WholeSubject(Reading reading, Phrase subject, ImmutableArray<EntityReading> names)
    {
        // A subject that holds a figure ("500 workers") is no name.
        if (reading.Quantities.Any(quantity => PlaceOf(quantity).Overlaps(PlaceOf(subject)))) return null;
        var whole = Whole(reading, subject, names, Held(reading));
        return whole is not null && reading.Speaker is { } speaker && speaker != subject && PlaceOf(whole).Overlaps(PlaceOf(speaker)) ? null : whole;
    }

    /// <summary>The one name that is longer than what was read and holds all of it; null when what it adds is something else already.</summary>
    static Phrase? Whole(Reading reading, Phrase part, ImmutableArray<EntityReading> names, IEnumerable<Excerpt> held)
    {
        var place = PlaceOf(part);
        if (Only(reading, names.Where(name => PlaceOf(name).Contains(place) && PlaceOf(name) != place)) is not { } only) return null;
        Excerpt before = new(only.Start, part.Start), behind = new(part.End, only.End);
        return held.Any(other => other.Overlaps(before) || other.Overlaps(behind)) ? null : PhraseOf(only);
    }

    static IEnumerable<Excerpt> Held(Reading reading) =>
    [
        .. reading.Quantities.Select(PlaceOf), .. reading.Times.Select(time => new Excerpt(time.Start, time.End)),
        .. reading.Cue is { } cue ? new[] { PlaceOf(cue) } : [],
    ];

    /// <summary>The name, where it is the only one, sure, and made of whole words on one line.</summary>
    static EntityReading? Only(Reading reading, IEnumerable<EntityReading> names) =>
        names.Take(2).ToArray() is [{ Confidence: >= Sure, Text: { Length: <= Longest } words } only] && !words.AsSpan().ContainsAny('\n', '\r')
        && !IsInsideWord(reading.Sentence, only.Start) && !IsInsideWord(reading.Sentence, only.End)
            ? only
            : null;

    static bool IsInsideWord(Phrase sentence, int at)
    {
        var here = at - sentence.Start;
        return here > 0 && here < sentence.Text.Length && char.IsLetterOrDigit(sentence.Text[here - 1]) && char.IsLetterOrDigit(sentence.Text[here]);
    }

    static bool OpensClause(Reading reading, EntityReading name)
    {
        var before = reading.Sentence.Text.AsSpan(0, name.Start - reading.Sentence.Start).TrimEnd();
        return before.IsEmpty || ClauseMarks.Contains(before[^1], StringComparison.Ordinal);
    }

    static int QuotesIn(Reading reading, int from, int to) =>
        from >= to ? 0 : reading.Sentence.Text[(from - reading.Sentence.Start)..(to - reading.Sentence.Start)].Count(letter => Quotes.Contains(letter, StringComparison.Ordinal));

    static int FirstFigure(Reading reading) => reading.Quantities[0].Start;

    static Excerpt PlaceOf(Phrase phrase) => new(phrase.Start, phrase.End);

    static Excerpt PlaceOf(EntityReading name) => new(name.Start, name.End);

    static Excerpt PlaceOf(QuantityReading quantity) => new(quantity.Start, quantity.End);

    static Phrase PhraseOf(EntityReading name) => new(name.Start, name.End, name.Text);
}
