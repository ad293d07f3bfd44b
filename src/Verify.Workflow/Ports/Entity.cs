namespace Verify.Workflow.Ports;

/// <summary>Somebody or something that a text names.</summary>
/// <param name="Start">In the article's text, in UTF-16 code units. The finder's word: who uses it checks it.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Confidence">0 to 1, as the finder gives it.</param>
public sealed record Entity(EntityKind Kind, int Start, int End, double Confidence);

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    Person,
    Organisation,

    /// <summary>A number with what it counts or measures.</summary>
    Quantity,
}
