using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Finds who is said to say what in a sentence.</summary>
static class SayingReader
{
    static readonly Roles Cues = Roles.Of(
        Role.SpeechVerb, Role.SpeechTag, Role.SpeechOwn, Role.According, Role.SpeechHearer, Role.SpeechShow, Role.SpeechPassive, Role.SpeechParticiple,
        Role.SpeechNoun, Role.SpeechLead);

    public static void Read(in Sentence s, Outline outline, Pooled<Saying> sayings)
    {
        sayings.Clear();
        for (var i = 0; i < s.Count; i++)
        {
            var saying = default(Saying);
            var found = s.IsMark(i, ':')
                ? (i == s.Count - 1 || Quotes.Opens(s, i + 1)) && !IsTaken(sayings.Items, i) && ColonSaying.TryRead(s, i, Governing(sayings.Items, i) < 0, out saying)
                : s.MayStart(i, Cues) && !IsOtherVerb(s, i) && TryRead(s, i, outline, sayings, out saying);
            if (!found) continue;
            // "…, said X, adding that …": the first attribution ends where the second begins.
            if (sayings.Count > 0 && sayings[sayings.Count - 1] is var last && saying.Zone.First > last.Zone.First && last.Zone.Next > saying.Zone.First)
                sayings[sayings.Count - 1] = last with { Zone = last.Zone with { Next = saying.Zone.First } };
            sayings.Add(saying);
            i = saying.Cue.Next - 1;
        }
    }

    /// <summary>The saying whose content holds a token: the innermost where one stands inside another.</summary>
    public static int Governing(ReadOnlySpan<Saying> sayings, int token)
    {
        var best = -1;
        for (var i = 0; i < sayings.Length; i++)
        {
            if (!sayings[i].Governs(token)) continue;
            var opens = sayings[i].Cue.First < token;
            if (best < 0 || opens) best = i;
        }
        return best;
    }

    /// <summary>"Bolaget <u>säger upp</u> 300 anställda": a longer verb that only begins like one of saying.</summary>
    static bool IsOtherVerb(in Sentence s, int at) => s.Match(at, Role.SpeechVerb, out var said) is not null && s.Match(at, Role.Verb, out var next) is not null && next > said;

    static bool IsTaken(ReadOnlySpan<Saying> sayings, int at) => sayings.Length > 0 && sayings[^1].Zone.Holds(at);

    static bool TryRead(in Sentence s, int at, Outline outline, Pooled<Saying> earlier, out Saying saying)
    {
        if (s.Match(at, Role.According, out var next) is { Detail: 1 }) return SourceSaying.Before(s, at, next, outline, out saying);
        if (next > at) return SourceSaying.According(s, at, next, outline, out saying);
        if (VerbLastSaying.TryRead(s, at, outline, out saying)) return true;
        if (s.Match(at, Role.SpeechPassive, out next) is not null && SourceSaying.Passive(s, at, next, outline, out saying)) return true;
        if (s.Match(at, Role.SpeechLead, out next) is not null && SourceSaying.Lead(s, at, next, outline, out saying)) return true;
        if (s.Match(at, Role.SpeechOwn, out next) is not null && TurnedSaying.Own(s, at, next, outline, out saying)) return true;
        if (VerbFirstSaying.TryRead(s, at, outline, out saying)) return true;
        if (s.Match(at, Role.SpeechTag, out next) is not null && TurnedSaying.Tagged(s, at, next, outline, out saying)) return true;
        if (s.Match(at, Role.SpeechParticiple, out next) is not null && PlainSaying.Participle(s, at, next, outline, earlier.Items, out saying)) return true;
        if (s.Match(at, Role.SpeechNoun, out next) is not null && !IsTaken(earlier.Items, at) && NounSaying.TryRead(s, at, next, out saying)) return true;
        // "warned in its annual <u>report</u> that": a noun within another attribution.
        if (IsTaken(earlier.Items, at) && s.Is(at, Role.SpeechDocument))
        {
            saying = default;
            return false;
        }
        return PlainSaying.TryRead(s, at, outline, out saying);
    }
}
