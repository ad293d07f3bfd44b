namespace Verify.Claims.Languages;

/// <summary>What goes with <see cref="Role.Particle"/>.</summary>
enum Particle : byte
{
    Other,

    /// <summary>After whoever acts or speaks: "は", "이".</summary>
    Topic,

    /// <summary>Between what owns or counts and its noun: "の", "의".</summary>
    Partitive,
}
