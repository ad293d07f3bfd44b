namespace Verify.Claims.Attribution;

/// <summary>What a time in the text dates.</summary>
public enum TimeOf
{
    /// <summary>When the speaker said it.</summary>
    Saying,

    /// <summary>When what is stated holds.</summary>
    Stated,
}

/// <summary>A date or clock time as written; never a quantity.</summary>
public readonly record struct Time(Excerpt Span, TimeOf Of);
