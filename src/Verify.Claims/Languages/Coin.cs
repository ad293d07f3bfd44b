namespace Verify.Claims.Languages;

/// <summary>What goes with <see cref="Role.Coin"/>.</summary>
enum Coin : byte
{
    /// <summary>A piece of money worth so much: "dime".</summary>
    Piece,

    /// <summary>A word that says two of what it names, a unit: "عامين", two years.</summary>
    DualMeasure,

    /// <summary>The same of money.</summary>
    DualMoney,

    /// <summary>The same of a noun that is counted.</summary>
    DualNoun,

    /// <summary>A word that says how many percent: "半額", half the price.</summary>
    Percent,
}
