namespace Verify.Claims.Quantities;

/// <summary>Which way a change leads from one end of a range to the other.</summary>
public enum Direction
{
    /// <summary>From <see cref="Quantity.Value"/> up to <see cref="Quantity.Upper"/>: "rose from 5 to 10".</summary>
    Rise,

    /// <summary>From <see cref="Quantity.Upper"/> down to <see cref="Quantity.Value"/>: "fell from 10 to 5".</summary>
    Fall,
}
