namespace Verify.Claims.Quantities;

/// <summary>How the true figure is said to stand to the number written: <c>= ~ &gt; &gt;= &lt; &lt;= range</c>.</summary>
public enum Relation
{
    Equal,
    About,
    More,
    AtLeast,
    Less,
    AtMost,

    /// <summary>From <see cref="Quantity.Value"/> to <see cref="Quantity.Upper"/>, both ends included.</summary>
    Range,
}
