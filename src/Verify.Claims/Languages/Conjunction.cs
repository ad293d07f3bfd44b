namespace Verify.Claims.Languages;

/// <summary>What goes with <see cref="Role.Conjunction"/>.</summary>
enum Conjunction : byte
{
    /// <summary>Joins two clauses of one rank: "dan", "but".</summary>
    Coordinating,

    /// <summary>Opens a clause that hangs on another: "karena", "while".</summary>
    Subordinating,
}
