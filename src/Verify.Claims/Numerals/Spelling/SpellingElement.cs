namespace Verify.Claims.Numerals.Spelling;

enum ElementKind : byte
{
    /// <summary>Letters, folded, without spaces.</summary>
    Text,

    /// <summary>What the value divided by the divisor gives, spelled by a rule set.</summary>
    Quotient,

    /// <summary>What the division leaves.</summary>
    Remainder,

    /// <summary>The value itself, spelled by another rule set.</summary>
    Same,

    /// <summary>A comma, which may be left out.</summary>
    Comma,
}

/// <param name="Text">Of letters; null for the rest.</param>
/// <param name="Set">The number of the rule set that spells a part; 0 for letters.</param>
readonly record struct SpellingElement(ElementKind Kind, string? Text, int Set);
