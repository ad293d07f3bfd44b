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
        Saying last = default, named = default;
        for (var i = clause.First; i < number; i++)
        {
            if (s.Match(i, Role.SpeechAttitude, out var next) is not null && next <= number && i > clause.First && !NounPhrases.IsOpener(s, i - 1)) last = new(default, new(i, next), default, default);
            else if (s.Match(i, Role.SpeechPlan, out next) is not null && next <= number && Holder(s, i, next) is { IsEmpty: false } owner) named = new(owner, new(i, next), default, default);
        }
        if (last != default && SpeakerReader.Before(s, last.Cue.First, out _) is var holder && holder.First >= clause.First && PlainSaying.MaySpeak(s, holder)) return Attributed.Of(s, last with { Speaker = holder });
        return named == default ? default : Attributed.Of(s, named);
    }

    /// <summary>"<u>the mayor's</u> plan", "rencana <u>pemerintah</u>"; a bare noun after the word only says what is planned: "rencana pembangunan".</summary>
    static Stretch Holder(in Sentence s, int at, int next)
    {
        var holder = NounSaying.Holder(s, at, next);
        var owns = !s.Language.DirectNouns || holder.First < at || holder.First > next || Speaks(s, holder);
        return owns && !s.Is(holder.First, Role.FirstPerson) ? holder : default;
    }

    static bool Speaks(in Sentence s, Stretch holder) =>
        s.IsCapital(holder.First) || s.Is(holder.First, Role.Institution) || s.Is(holder.First, Role.SpeechTitle) || s.Is(holder.First, Role.Title) || s.Is(holder.First, Role.SpeechPronoun);
}
