using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>
/// "The mill plans to hire 40 workers": whoever plans, wants or opposes something is its source where nobody is given as saying it.
/// The clause stays whole, since without its subject it could not be judged alone.
/// </summary>
static class Attitude
{
    /// <summary>How far before its clause the attitude to a clause without a subject may stand, in tokens.</summary>
    const int Reach = 20;

    /// <summary>Of the last such words in the clause before its figure; nobody where a pronoun of the first person holds the attitude.</summary>
    public static Attributed Of(in Sentence s, Stretch clause, int number)
    {
        Saying last = default, named = default;
        var floor = Floor(s, clause);
        for (var i = floor; i < number; i++)
        {
            if (s.Match(i, Role.SpeechAttitude, out var next) is not null && next <= number && i > floor && !NounPhrases.IsOpener(s, i - 1)) last = new(default, new(i, next), default, default);
            else if (s.Match(i, Role.SpeechPlan, out next) is not null && next <= number && Holder(s, i, next) is { IsEmpty: false } owner) named = new(owner, new(i, next), default, default);
        }
        if (last != default && Verbal(s, last.Cue) is var holder && holder.First >= floor && PlainSaying.MaySpeak(s, holder)) return Attributed.Of(s, last with { Speaker = holder });
        return named == default ? default : Owned(s, named);
    }

    /// <summary>Whose attitude a verb tells: its subject's, of a passive its agent's.</summary>
    static Stretch Verbal(in Sentence s, Stretch cue) =>
        SpeakerEdges.IsPassive(s, cue.First) ? SpeakerReader.Agent(s, cue.Next) : SpeakerReader.Before(s, cue.First, out _);

    /// <summary>"<u>The firm</u> cut its forecast": a pronoun that owns stands for whom the clause is about, where that is a noun.</summary>
    static Attributed Owned(in Sentence s, in Saying named)
    {
        var found = Attributed.Of(s, named);
        if (!s.Is(named.Speaker.First, Role.SpeechOwner)) return found;
        var about = SpeakerReader.Part(s, named.Speaker.First);
        return about.IsEmpty || s.Is(about.First, Role.SpeechPronoun) ? found : found with { Named = s.PlaceOf(about) };
    }

    /// <summary>"Warga <u>mengkritik gubernur karena</u> menghabiskan Rp 4 miliar": a clause that a verb opens after its conjunction hangs on what stands before.</summary>
    static int Floor(in Sentence s, Stretch clause)
    {
        var floor = clause.First;
        if (!Verbs.Is(s, floor) || s.MatchBefore(floor, Role.Conjunction, 0, out _) is not { Detail: (byte)Conjunction.Subordinating }) return floor;
        while (floor > 0 && clause.First - floor < Reach && !s.IsMark(floor - 1, ",;:")) floor--;
        return floor;
    }

    /// <summary>"<u>the mayor's</u> plan", "rencana <u>pemerintah</u>"; a bare noun after the word only says what is planned: "rencana pembangunan".</summary>
    static Stretch Holder(in Sentence s, int at, int next)
    {
        var holder = NounSaying.Holder(s, at, next);
        var owns = !s.Language.DirectNouns || holder.First < at || holder.First > next || Speaks(s, holder);
        return owns && !s.Is(holder.First, Role.FirstPerson) ? holder : default;
    }

    static bool Speaks(in Sentence s, Stretch holder) =>
        s.IsCapital(holder.First) || NounPhrases.IsOpener(s, holder.First) || s.Is(holder.First, Role.Institution) || s.Is(holder.First, Role.SpeechTitle) || s.Is(holder.First, Role.Title) || s.Is(holder.First, Role.SpeechPronoun);
}
