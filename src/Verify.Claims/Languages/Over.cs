namespace Verify.Claims.Languages;

/// <summary>What goes with <see cref="Role.Over"/>: how two numbers make a fraction.</summary>
enum Over : byte
{
    /// <summary>The upper number stands first: "one over three".</summary>
    UpperFirst,

    /// <summary>The lower number stands first: "三<u>分之</u>二".</summary>
    LowerFirst,

    /// <summary>Joins a whole and a fraction: "一<u>又</u>二分之一".</summary>
    Mixed,

    /// <summary>Makes an exponent of the number before it: "10の13<u>乗</u>".</summary>
    Power,

    /// <summary>Between so many and the larger number that they are of: "1 <u>in</u> twenty".</summary>
    Among,
}
