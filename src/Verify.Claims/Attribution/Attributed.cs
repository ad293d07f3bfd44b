using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Who says something and by which words, as places in the text; both null where the article itself speaks.</summary>
readonly record struct Attributed(Excerpt? Speaker, Excerpt? Cue)
{
    public static Attributed Of(in Sentence s, in Saying saying) => new(PlaceOf(s, saying.Speaker), PlaceOf(s, saying.Cue));

    static Excerpt? PlaceOf(in Sentence s, Stretch stretch) => stretch.First < stretch.Next ? s.Between(stretch.First, stretch.Next) : null;
}
