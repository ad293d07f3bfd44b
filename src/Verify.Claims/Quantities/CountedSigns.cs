using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>
/// What a number counts where signs are tokens: its measure word with the noun behind it ("500<u>名工人</u>"), or the noun before the
/// number ("<u>企業</u>500社"). A noun ends at a word that cannot belong to it, at an ending, or where the script changes.
/// </summary>
static class CountedSigns
{
    const int MostWordsCounted = 5;
    const int MostWords = 3;

    static readonly Roles Stops = Roles.Of(
        Role.NounStop, Role.Conjunction, Role.Modal, Role.That, Role.Verb, Role.ChangeVerb, Role.SpeechVerb, Role.MultipleWord, Role.RangeTo, Role.RangeAnd, Role.RelationBefore,
        Role.RelationAfter, Role.According, Role.NotNumber, Role.Adverbial, Role.SpeechTag, Role.RangeOpen);

    static readonly Roles Numbers = Roles.Of(Role.Value, Role.Multiplier, Role.Scale);

    /// <summary>Words that are known as nouns, whatever shorter word they begin with.</summary>
    static readonly Role[] Nouns = [Role.Head, Role.Topic, Role.Institution, Role.Title];

    public static void Read(in Sentence s, int floor, ref Draft draft)
    {
        var at = draft.Next;
        var measured = s.Match(at, Role.Counter, out var after) is not null && !(s.Match(at, Role.RelationBefore, out var relation) is not null && relation > after);
        if (!measured || draft.HasUnit) (measured, after) = (false, at);
        // "70%를 넘<u>었다</u>": no word begins there.
        if (!measured && s.Language.WholeWords && s.IsStuck(at) && s.IsWord(at - 1) && at > (draft.HasUnit ? Math.Max(draft.Unit.Next, draft.Number.Next) : draft.Number.Next)) return;
        // "8000步的人" counts steps: only where nouns may stand before their number does a link lead on from the measure word.
        var links = s.Match(after, Role.Particle, (byte)Particle.Partitive, out var linked) is not null && (!measured || s.Language.NounsBefore);
        var noun = links ? linked : after;
        // Where nouns stand before, what follows the measure word goes on with the sentence.
        var end = measured && noun == after && !s.Language.DirectNouns ? noun : Behind(s, noun);
        if (measured && end == noun && Described(s, noun) is var described && described > noun && Behind(s, described) is var last && last > described) end = last;
        if (draft.HasUnit && !(measured || links)) end = draft.Kind is QuantityKind.Money or QuantityKind.Change || UnitReader.IsDuration(draft.Code) ? noun : end;
        var next = end > noun ? end : measured ? after : at;
        if (end == noun && !draft.HasUnit && s.Language.NounsBefore && Before(s, draft.First, floor) is { IsEmpty: false } before)
        {
            draft.Counted = before;
            draft.First = before.First;
        }
        else if (next > at) draft.Counted = new(measured && (end == noun || noun == after) ? at : noun, next);
        else return;
        draft.HasCounted = true;
        draft.Next = next;
        if (draft.Kind == QuantityKind.Other) draft.Kind = QuantityKind.Count;
        RelationReader.AfterNoun(s, ref draft);
    }

    /// <summary>"45名来自叙利亚的<u>难民</u>": the noun behind the clause that describes it; the same token where none is.</summary>
    static int Described(in Sentence s, int at)
    {
        if (!s.Is(at, Role.Verb)) return at;
        for (var i = at; i < at + Most(s) && s.IsWord(i) && !s.MayStart(i, Numbers); i++)
        {
            if (s.Match(i, Role.Particle, (byte)Particle.Partitive, out var next) is not null && i > at) return s.IsWord(next) && !s.Is(next, Stops) ? next : at;
        }
        return at;
    }

    /// <summary>Where the noun ends that begins at a token; the token itself where none does.</summary>
    static int Behind(in Sentence s, int first)
    {
        var next = first;
        var words = 1;
        // "ร้อยละ 1.02 <u>นายกรัฐมนตรีกล่าวว่า</u>": without a full stop the next sentence begins there.
        if (!s.IsStuck(first) && Known(s, first) is var speaker and > 0 && s.Is(speaker, Role.SpeechVerb)) return first;
        while (next - first < Most(s) && s.IsWord(next))
        {
            if (next > first || !s.MayStart(next, Numbers))
            {
                if (Known(s, next) is var known and > 0 && known > next + 1 && !s.Is(next, Stops))
                {
                    next = known;
                    continue;
                }
            }
            if (s.Is(next, Stops) || s.IsInside(next, WordPart.Verb) || s.IsInside(next, WordPart.Stop) || Scripts.IsHiragana(s.Text[s[next].Start])) break;
            if (s.IsStuck(next) && Ends(s, next)) break;
            if (next > first && !s.IsStuck(next) && !Scripts.IsHangul(s.Text[s[next].Start])) break;
            if (next > first && Scripts.IsHangul(s.Text[s[next].Start]) && !s.IsStuck(next) && ++words > MostWords) break;
            if ((!s.Language.WholeWords || !s.IsStuck(next)) && s.MayStart(next, Numbers) && (s.Is(next + 1, Role.Counter) || s.MayStart(next + 1, Numbers))) break;
            next++;
        }
        // What runs on is cut where a known noun closes it.
        if (next - first < Most(s)) return next;
        for (var i = next - 1; i > first; i--)
        {
            if (Known(s, i) is var known and > 0 && known <= next) return known;
        }
        return first;
    }

    /// <summary>An ending that closes its word.</summary>
    static bool Ends(in Sentence s, int at) => Scripts.IsHangul(s.Text[s[at].Start]) && s.Is(at, Role.Particle);

    static int Most(in Sentence s) => MostWordsCounted * s.Language.SignsPerWord;

    static int Known(in Sentence s, int at)
    {
        foreach (var role in Nouns)
        {
            if (s.Match(at, role, out var next) is not null) return next;
        }
        return 0;
    }

    /// <summary>The noun that touches the number; empty where a word stands there that is none.</summary>
    static Stretch Before(in Sentence s, int next, int floor)
    {
        // "ผู้ป่วย<u>จำนวน</u> 500 คน"
        while (s.MatchBefore(next, Role.MeasureLink, floor, out var link) is not null) next = link;
        var first = next;
        if (!s.IsUnspaced(next - 1) || s.Is(next - 1, Role.NounStop)) return default;
        var hangul = Scripts.IsHangul(s.Text[s[next - 1].Start]);
        while (first > floor && next - first < Most(s) && s.IsUnspaced(first - 1) && !Scripts.IsHiragana(s.Text[s[first - 1].Start]))
        {
            if (first < next && !s.IsStuck(first)) break;
            if ((s.Is(first - 1, Stops) || s.IsInside(first - 1, WordPart.Verb) || s.IsInside(first - 1, WordPart.Stop)) && !hangul || s.Is(first - 1, Role.Particle) && !hangul) break;
            first--;
        }
        if (first == next) return default;
        // An ending or an adverb is no noun.
        if (hangul && (s.MatchBefore(next, Role.Particle, first, out var ending) is not null && ending > first || (s.Is(first, Stops) && Known(s, first) == 0) || s.MatchBefore(next, Role.Adverbial, first, out _) is not null || s.MatchBefore(next, Role.TimeLead, first, out _) is not null)) return default;
        return new(first, next);
    }
}
