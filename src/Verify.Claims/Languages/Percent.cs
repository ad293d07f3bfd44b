namespace Verify.Claims.Languages;

/// <summary>What goes with <see cref="Role.Percent"/>.</summary>
enum Percent : byte
{
    Sign,
    Points,

    /// <summary>Its value is what one of them is in percent: "三<u>成</u>".</summary>
    Tenths,
}
