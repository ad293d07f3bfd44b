using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>
/// Where the verb of saying stands last, who speaks and what is said stand before it. Which is which, words tell where the language marks its
/// parts (<see cref="MarkedSaying"/>), else their places (<see cref="PlacedSaying"/>); a sentence that has the marks is read by them.
/// </summary>
static class VerbLastSaying
{
    public static bool TryRead(in Sentence s, int at, Outline outline, out Saying saying)
    {
        saying = default;
        if (!s.Language.VerbLast || (s.Match(at, Role.SpeechVerb, out var next) is null && s.Match(at, Role.SpeechTag, out next) is null)) return false;
        return MarkedSaying.TryRead(s, at, next, out saying) || PlacedSaying.TryRead(s, at, next, outline, out saying);
    }
}
