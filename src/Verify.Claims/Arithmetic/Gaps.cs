using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Arithmetic;

/// <summary>Judges what stands between the figures of a sum: a word that leads elsewhere parts them.</summary>
static class Gaps
{
    const int Longest = 8;

    /// <summary>How many words before a figure its verb may stand.</summary>
    const int VerbReach = 5;

    static readonly Roles Parting = Roles.Of(Role.Conjunction, Role.SpeechVerb, Role.SpeechTag, Role.ChangeVerb, Role.That, Role.According, Role.Among, Role.Beside);

    static readonly Roles Changing = Roles.Of(Role.ChangeVerb, Role.ChangeNoun, Role.MultipleWord);

    static readonly Roles Joining = Roles.Of(Role.Apposition, Role.ChangeVerb, Role.ChangeNoun, Role.Filler);

    /// <summary>The words of a clause that may stand between a stated change and the figures it leads from and to; after a comma only times, since a new noun changes on its own.</summary>
    public static bool IsPlain(in Sentence s, int from, int to)
    {
        if (to < from || to - from > Longest) return false;
        var comma = false;
        for (var i = from; i < to; i++)
        {
            if (s.IsMark(i, ";:()?!\"“”") || s.IsDigits(i) || s.Is(i, Parting) || (comma && s.IsWord(i))) return false;
            comma |= s.IsMark(i, ',');
        }
        return true;
    }

    /// <summary>Only words that say "the same again": ", or", "(", "atau"; of a change also ", up".</summary>
    public static bool Equates(in Sentence s, int from, int to, bool change)
    {
        if (to <= from || to - from > Longest) return false;
        var said = false;
        for (var i = from; i < to;)
        {
            if (IsTime(s, i) || s.IsMark(i, ",(–—"))
            {
                said |= s.IsMark(i, '(');
                i++;
                continue;
            }
            if (!JoinsAt(s, i, out var next) || (!change && IsChange(s, i))) return false;
            said = true;
            i = next;
        }
        return said;
    }

    /// <summary>A verb or noun of change shortly before a place, in the same stretch of words.</summary>
    public static bool HasChangeBefore(in Sentence s, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - VerbReach && !s.IsMark(i, ",;:()"); i--)
        {
            if (IsChange(s, i)) return true;
        }
        return false;
    }

    public static bool HasChange(in Sentence s, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (IsChange(s, i)) return true;
        }
        return false;
    }

    static bool IsChange(in Sentence s, int at) => s.Is(at, Changing);

    /// <summary>"pada 2023": when the figure before held.</summary>
    static bool IsTime(in Sentence s, int at) => s[at].Kind == TokenKind.Time || (s[at + 1].Kind == TokenKind.Time && s.Is(at, Role.NounStop));

    static bool JoinsAt(in Sentence s, int at, out int next)
    {
        next = at;
        if (!s.MayStart(at, Joining)) return false;
        foreach (var phrase in s.Language.Lexicon.Phrases(s[at].Word))
        {
            if (Joining.Has(phrase.Role) && s.Match(at, phrase.Role, out next) is not null) return true;
        }
        return false;
    }
}
