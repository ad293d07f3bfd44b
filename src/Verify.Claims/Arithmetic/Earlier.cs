using Verify.Claims.Quantities;

namespace Verify.Claims.Arithmetic;

/// <summary>The only figure of the sentence before, which the figures of this one may be the parts of.</summary>
/// <param name="Index">Its index in the extraction.</param>
readonly record struct Earlier(int Index, Quantity Quantity, Interval Interval, Excerpt Sentence)
{
    /// <summary>True when only spaces lie between the two sentences: they stand in one paragraph.</summary>
    public bool IsNextTo(ReadOnlySpan<char> text, Excerpt sentence) =>
        Quantity is not null && Sentence.End <= sentence.Start && !text[Sentence.End..sentence.Start].ContainsAnyExcept(' ', '\t', '\u00a0');
}
