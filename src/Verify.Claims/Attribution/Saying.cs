using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>One "X says …" of a sentence, in tokens.</summary>
/// <param name="Speaker">Empty where the sentence does not name one ("katanya").</param>
/// <param name="Zone">Everything that belongs to the attribution and not to what is said: speaker, cue, the time of saying.</param>
/// <param name="Content">Where what is said stands; it may hold the zone, and is empty where the sentence names only who speaks.</param>
readonly record struct Saying(Stretch Speaker, Stretch Cue, Stretch Zone, Stretch Content)
{
    public bool Governs(int token) => Content.Holds(token) && !Zone.Holds(token);
}
