using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Reviews;

/// <summary>What a service beside the extractor named in the claim's sentence, and what the reading took from that.</summary>
/// <param name="Reason">Given exactly when the service left the sentence, or a part of it, unanswered.</param>
/// <param name="Named">In the order of the text; of a sentence that was answered in part, that part's.</param>
/// <param name="Taken">The parts that read otherwise than the extractor alone read them.</param>
/// <param name="Source">What named them, with its version; null when nothing answered.</param>
public sealed record EntitiesReading(
    EntitiesState State, WhyNoEntities? Reason, ImmutableArray<EntityReading> Named, ImmutableArray<TakenName> Taken, string? Source)
{
    /// <summary>A wrong approval would be about a person: a hint of risk.</summary>
    [JsonIgnore]
    public bool NamesPerson => Named.Any(named => named.Kind == EntityKind.Person);
}

/// <summary>Whether the service answered for the claim's sentence.</summary>
public enum EntitiesState
{
    Found,
    Unavailable,
}

/// <summary>Who or what is named, and where (UTF-16 code units, end exclusive).</summary>
/// <param name="Confidence">0.5 to 1; what is less likely is not kept.</param>
public sealed record EntityReading(EntityKind Kind, int Start, int End, string Text, double Confidence);

/// <summary>A part of a reading that is a name which the service found.</summary>
/// <param name="InPlaceOf">What the extractor had read; null where it had found none.</param>
public sealed record TakenName(ReadingPart Part, Phrase? InPlaceOf);

/// <summary>A part of a reading that can be a name.</summary>
public enum ReadingPart
{
    Subject,
    Speaker,
}
