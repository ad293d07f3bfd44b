namespace Verify.Claims;

/// <summary>
/// A place in the original text, in UTF-16 code units; <see cref="End"/> is exclusive.
/// Law: <c>0 &lt;= Start &lt;= End &lt;= text.Length</c>, and neither end lies inside a surrogate pair.
/// </summary>
public readonly record struct Excerpt(int Start, int End)
{
    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>True when the two share at least one code unit.</summary>
    public bool Overlaps(Excerpt other) => Start < other.End && other.Start < End;

    /// <summary>True when the whole of <paramref name="other"/> lies inside this one.</summary>
    public bool Contains(Excerpt other) => Start <= other.Start && other.End <= End;

    /// <summary>The smallest excerpt that holds both.</summary>
    public Excerpt To(Excerpt other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The words at this place.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[Start..End];
}
