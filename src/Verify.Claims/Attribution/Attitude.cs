using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>
/// "The mill plans to hire 40 workers": whoever plans, wants or opposes something is its source where nobody is given as saying it.
/// The clause stays whole, since without its subject it could not be judged alone.
/// </summary>
static class Attitude
{
    /// <summary>Of the last such words in the clause before its figure; nobody where a pronoun of the first person holds the attitude.</summary>
    public static Attributed Of(in Sentence s, Stretch clause, int number)
    {
        var cue = default(Stretch);
        for (var i = clause.First; i < number; i++)
        {
            if (s.Match(i, Role.SpeechAttitude, out var next) is not null && next <= number) cue = new(i, next);
        }
        if (cue.First <= clause.First) return default;
        var holder = SpeakerReader.Before(s, cue.First, out _);
        return holder.First >= clause.First && PlainSaying.MaySpeak(s, holder) ? Attributed.Of(s, new(holder, cue, default, default)) : default;
    }
}
