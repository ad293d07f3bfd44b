namespace Verify.Claims.Attribution;

/// <summary>How firmly the clause states its figure.</summary>
public enum Modality
{
    Asserted,

    /// <summary>Said of a time to come: "akan memiliki", "is expected to reach".</summary>
    Projected,

    /// <summary>Said with reserve: "diduga", "mungkin", "reportedly".</summary>
    Hedged,

    /// <summary>The clause or its speaker denies it.</summary>
    Denied,

    /// <summary>It holds only if something else does.</summary>
    Conditional,
}
