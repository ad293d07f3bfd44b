using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Who says something and by which words, as places in the text; both null where the article itself speaks.</summary>
/// <param name="Named">Whom a speaker that is a pronoun stands for, where the text tells.</param>
readonly record struct Attributed(Excerpt? Speaker, Excerpt? Cue, Excerpt? Named = null)
{
    public static Attributed Of(in Sentence s, in Saying saying)
    {
        var meant = RelativeSpeaker.Meant(s, saying.Speaker);
        return new(WithoutPossessive(s, s.PlaceOf(saying.Speaker)), s.PlaceOf(saying.Cue), meant == saying.Speaker ? null : WithoutPossessive(s, s.PlaceOf(meant)));
    }

    /// <summary>"the mayor<u>'s</u> claim" is the mayor's: the mark and its letter are no part of who speaks.</summary>
    static Excerpt? WithoutPossessive(in Sentence s, Excerpt? place)
    {
        if (place is not { Length: > 2 } given) return place;
        var words = given.Of(s.Text);
        if (words[^1] is '\'' or '’') return given with { End = given.End - 1 };
        return words[^2] is '\'' or '’' ? given with { End = given.End - 2 } : place;
    }
}
