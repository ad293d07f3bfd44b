using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>The noun phrase that can name a speaker: a pronoun, a name, a role with what it is a role of.</summary>
static class SpeakerPhrase
{
    public const int MostWords = 20;

    static readonly Roles Ends = Roles.Of(
        Role.Conjunction, Role.Modal, Role.That, Role.SpeechVerb, Role.SpeechTag, Role.SpeechOwn, Role.According, Role.SpeechPassive, Role.SpeechParticiple);

    /// <summary>The longest phrase from a token on; empty where none begins.</summary>
    public static Stretch Read(in Sentence s, int at, int end)
    {
        if (at >= end) return new(at, at);
        var next = Math.Min(end, s.Match(at, Role.SpeechGroup, out var grouped) is not null ? grouped : NounPhrases.OverOpener(s, at));
        if (next > at && next != grouped && (NounStop)s.Match(at, Role.NounStop, out _)!.Detail == NounStop.Pronoun) return new(at, next);
        var opened = next;
        // "the <u>most</u> recent data": after an article a word cannot end the phrase.
        if (opened > at && s.IsWord(opened) && s.IsWord(opened + 1) && s.Match(opened, Role.NounStop, out _) is { Detail: (byte)NounStop.Outside }) next++;
        while (next < end && next - at < MostWords * s.Language.SignsPerWord && Belongs(s, next, opened) && !IsParted(s, next, at)) next++;
        if (next == opened) next = at;
        next = Math.Min(end, NounPhrases.OverCloser(s, at, next));
        while (next > at && !s.IsWord(next - 1) && !s.IsMark(next - 1, ")") && !s.IsDigits(next - 1)) next--;
        return new(at, next);
    }

    static bool Belongs(in Sentence s, int at, int opened)
    {
        var first = at == opened;
        if (s.IsWord(at))
        {
            if (IsJoiner(s, at)) return true;
            if (NounPhrases.Stops(s, at, opened) || s.Is(at, Ends) || (s.IsDigits(at + 1) && s.Is(at, Role.Currency))) return false;
            return first || s.IsCapital(at) || !Verbs.Is(s, at);
        }
        if (first) return false;
        // "Daerah Operasi 8 Surabaya", "the latest 20-village survey"
        if (s.IsDigits(at)) return s.IsStuck(at) || (s.IsMark(at + 1, '-') && s.IsStuck(at + 1)) || (s.IsCapital(at - 1) && s.IsCapital(at + 1) && s[at].Span.Length <= 2);
        return s.IsMark(at, "-/&") || NounPhrases.IsPossessive(s, at) || (s.IsMark(at, '.') && s.IsWord(at + 1) && (s.Is(at - 1, Role.Abbreviation) || s[at - 1].Span.Length == 1))
            || (s.IsMark(at, '(') && s.IsMark(at + 2, ')')) || (s.IsMark(at, ')') && s.IsMark(at - 2, '('));
    }

    /// <summary>A space between phrases, where words have none; a name behind a title has one in it.</summary>
    static bool IsParted(in Sentence s, int at, int first) =>
        at > first && s.IsUnspaced(at) && !s.IsStuck(at) && Scripts.IsWithoutStops(s.Text[s[at].Start]) && (!s.Is(first, Role.Title) || s.Is(at, Role.SpeechTitle));

    /// <summary>"Kementerian Hukum <u>dan</u> HAM": a conjunction between capitals belongs to the name.</summary>
    public static bool IsJoiner(in Sentence s, int at) =>
        s.IsCapital(at - 1) && s.IsCapital(at + 1) && !s.IsCapital(at) && s.Match(at, Role.Conjunction, out _) is { Detail: (byte)Conjunction.Coordinating };

    /// <summary>True for a phrase of capitals alone.</summary>
    public static bool IsName(in Sentence s, Stretch phrase)
    {
        for (var i = phrase.First; i < phrase.Next; i++)
        {
            if (s.IsWord(i) && (!s.IsCapital(i) || s.Is(i, Role.NounStop))) return false;
        }
        return !phrase.IsEmpty;
    }
}
