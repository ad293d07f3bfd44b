using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Finds the speaker's noun phrase on either side of a cue.</summary>
static class SpeakerReader
{
    const int MostWords = 20;
    const int MostParts = 6;

    static readonly Roles Ends = Roles.Of(Role.NounStop, Role.Conjunction, Role.Modal, Role.That, Role.SpeechVerb, Role.SpeechTag, Role.SpeechOwn, Role.According);

    /// <summary>The phrase after "kata", "menurut", "said"; a name after a role and a comma is preferred.</summary>
    public static Stretch After(in Sentence s, int at)
    {
        var first = Phrase(s, at, s.Count);
        var isRole = !s.IsCapital(first.First) || s.Holds(Role.Institution, first.First, first.Next);
        if (first.First == first.Next || !isRole || !s.IsMark(first.Next, ',') || !s.IsCapital(first.Next + 1)) return first;
        var name = Phrase(s, first.Next + 1, s.Count);
        return IsName(s, name) ? name : first;
    }

    /// <summary>
    /// The phrase before a cue. Between the two may stand an apposition, a time or a place: "Kimball, direktur …, mengatakan";
    /// then the name is the speaker. <paramref name="zone"/> is where the attribution begins.
    /// </summary>
    public static Stretch Before(in Sentence s, int cue, out int zone)
    {
        zone = cue;
        var best = default(Stretch);
        var apposition = s.IsMark(cue - 1, ',');
        var end = cue;
        for (var part = 0; part < MostParts && end > 0; part++)
        {
            var start = PartStart(s, end);
            var phrase = Phrase(s, OverOpening(s, start, end), end);
            var found = phrase.First < phrase.Next;
            var named = found && s.IsCapital(phrase.First);
            if (found && (named || best == default))
            {
                best = phrase;
                zone = start;
            }
            if (best != default && (named || !apposition)) break;
            if (start == 0 || !s.IsMark(start - 1, ",()")) break;
            end = start - 1;
        }
        return best;
    }

    static int PartStart(in Sentence s, int end)
    {
        var start = end;
        while (start > 0 && !s.IsMark(start - 1, ",;:()") && !Quotes.Is(s, start - 1) && end - start < MostWords * 2)
        {
            if (s.Is(start - 1, Role.That) || s.Is(start - 1, Role.Conjunction) && start < end && !IsNameJoiner(s, start - 1)) break;
            start--;
        }
        return start;
    }

    /// <summary>"Kementerian Hukum <u>dan</u> HAM": a conjunction between capitals belongs to the name.</summary>
    static bool IsNameJoiner(in Sentence s, int at) => s.IsCapital(at - 1) && s.IsCapital(at + 1) && !s.IsCapital(at);

    static int OverOpening(in Sentence s, int start, int end)
    {
        while (start < end)
        {
            if (s.Match(start, Role.Conjunction, out var next) is not null) start = next;
            else if (s[start].Kind == TokenKind.Time) start++;
            else break;
        }
        return start;
    }

    static Stretch Phrase(in Sentence s, int at, int end)
    {
        var next = Math.Min(end, NounPhrases.OverOpener(s, at));
        if (next > at && (NounStop)s.Match(at, Role.NounStop, out _)!.Detail == NounStop.Pronoun) return new(at, next);
        var opened = next;
        while (next < end && next - at < MostWords && Belongs(s, next, opened)) next++;
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
            if (IsNameJoiner(s, at)) return true;
            if (s.MayStart(at, Ends) && IsEnd(s, at, opened)) return false;
            return first || s.IsCapital(at) || !Verbs.Is(s, at);
        }
        if (first) return false;
        if (s.IsDigits(at)) return s.IsStuck(at);
        return s.IsMark(at, "-/&") || NounPhrases.IsPossessive(s, at) || (s.IsMark(at, '.') && s.IsWord(at + 1) && (s.Is(at - 1, Role.Abbreviation) || s[at - 1].Span.Length == 1))
            || (s.IsMark(at, '(') && s.IsMark(at + 2, ')')) || (s.IsMark(at, ')') && s.IsMark(at - 2, '('));
    }

    static bool IsEnd(in Sentence s, int at, int opened) =>
        NounPhrases.Stops(s, at, opened) || s.Is(at, Role.Conjunction) || s.Is(at, Role.Modal) || s.Is(at, Role.That)
        || s.Is(at, Role.SpeechVerb) || s.Is(at, Role.SpeechTag) || s.Is(at, Role.SpeechOwn) || s.Is(at, Role.According);

    static bool IsName(in Sentence s, Stretch phrase)
    {
        for (var i = phrase.First; i < phrase.Next; i++)
        {
            if (s.IsWord(i) && !s.IsCapital(i)) return false;
        }
        return phrase.First < phrase.Next;
    }
}
