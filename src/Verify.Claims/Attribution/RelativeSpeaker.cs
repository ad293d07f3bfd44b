using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>A relative pronoun in the place of a speaker, and whom it names: "<u>Siti Aminah</u>, <u>who</u> said …".</summary>
static class RelativeSpeaker
{
    const int MostMarks = 3;

    /// <summary>Whom a speaker stands for within its sentence: of "<u>Siti Aminah</u>, who said …" the name before the pronoun, else the phrase itself.</summary>
    public static Stretch Meant(in Sentence s, Stretch speaker)
    {
        if (speaker.First == 0 || !Is(s, speaker.First)) return speaker;
        if (!s.IsMark(speaker.First - 1, ",)–—-")) return Noun(s, NounPhrases.Before(s, speaker.First, 0));
        var end = speaker.First;
        while (s.IsMark(end - 1, ",–—-") && speaker.First - end < MostMarks) end--;
        var nearest = SpeakerReader.Phrase(s, Brackets.Before(s, end, 0), out _);
        // "Siti Aminah, <u>a farmer from the hills</u>, who said …"
        if (s.IsMark(nearest.First - 1, ',') && !SpeakerPhrase.IsName(s, nearest) && SpeakerReader.Phrase(s, nearest.First - 1, out _) is var name && SpeakerPhrase.IsName(s, name) && !s.Is(name.First, Role.Adverbial)) return name;
        return Noun(s, nearest);
    }

    /// <summary>A phrase that is more than a pronoun.</summary>
    static Stretch Noun(in Sentence s, Stretch phrase) => s.Is(phrase.First, Role.NounStop) && phrase.Next - phrase.First == 1 ? default : phrase;

    /// <summary>"who", where it takes the place of a speaker; "that" and "yang" only tie.</summary>
    public static bool Is(in Sentence s, int at) => s.Is(at, Role.Relative) && s.Is(at, Role.SpeechPronoun);
}
