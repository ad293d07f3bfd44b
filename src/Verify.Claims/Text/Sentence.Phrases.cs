using Verify.Claims.Languages;
using Verify.Claims.Numerals;

namespace Verify.Claims.Text;

/// <summary>The phrases of the language that begin or end at a token.</summary>
readonly ref partial struct Sentence
{
    /// <summary>A cheap necessary test: some phrase of one of the roles begins with this word.</summary>
    public bool MayStart(int i, Roles roles) => Has(i) && this.tokens[i].Starts.Overlaps(roles);

    public bool MayStart(int i, Role role) => Has(i) && this.tokens[i].Starts.Has(role);

    public bool Is(int i, Role role) => Match(i, role, out _) is not null;

    /// <summary>True when a number of the language's spelling rules begins here.</summary>
    public bool IsSpelled(int i) => MayStart(i, Role.Spelled) && NumberWords.Spelled(this, i, out _, out _);

    /// <summary>True when a phrase of one of the roles begins here.</summary>
    public bool Is(int i, Roles roles)
    {
        if (!MayStart(i, roles)) return false;
        foreach (var phrase in Language.Lexicon.Phrases(this.tokens[i].Word))
        {
            if (roles.Has(phrase.Role) && this.tokens[i].Starts.Has(phrase.Role) && Fits(i, phrase)) return true;
        }
        return roles.Has(Role.Spelled) && IsSpelled(i);
    }

    /// <summary>True when a phrase of the role begins at one of the tokens.</summary>
    public bool Holds(Role role, int from, int to)
    {
        if (!starts.Has(role)) return false;
        for (var i = Math.Max(0, from); i < to; i++)
        {
            if (Is(i, role)) return true;
        }
        return false;
    }

    /// <summary>The longest phrase of the role that begins here; null when there is none.</summary>
    public Phrase? Match(int i, Role role, out int next)
    {
        next = i;
        return MayStart(i, role) ? LongestAt(i, role, ref next) : null;
    }

    /// <summary>The longest phrase of the role and the kind that begins here.</summary>
    public Phrase? Match(int i, Role role, byte detail, out int next)
    {
        next = i;
        if (!MayStart(i, role)) return null;
        foreach (var phrase in Language.Lexicon.Phrases(this.tokens[i].Word))
        {
            if (phrase.Role != role || phrase.Detail != detail || !Fits(i, phrase)) continue;
            next = i + phrase.Length;
            return phrase;
        }
        return null;
    }

    /// <summary>The longest phrase of the role that ends just before <paramref name="next"/>, not reaching back beyond <paramref name="floor"/>.</summary>
    public Phrase? MatchBefore(int next, Role role, int floor, out int first)
    {
        first = next;
        if (!starts.Has(role)) return null;
        for (first = Math.Max(Math.Max(0, floor), next - Language.Lexicon.Longest(role)); first < next && next <= Count; first++)
        {
            if (!MayStart(first, role)) continue;
            foreach (var phrase in Language.Lexicon.Phrases(this.tokens[first].Word))
            {
                if (phrase.Role == role && first + phrase.Length == next && Fits(first, phrase)) return phrase;
            }
        }
        first = next;
        return null;
    }

    Phrase? LongestAt(int i, Role role, ref int next)
    {
        foreach (var phrase in Language.Lexicon.Phrases(this.tokens[i].Word))
        {
            if (phrase.Role != role || !Fits(i, phrase)) continue;
            next = i + phrase.Length;
            return phrase;
        }
        return null;
    }

    /// <summary>True when the text has the words of the phrase from a token on.</summary>
    public bool Fits(int at, Phrase phrase)
    {
        if (at + phrase.Length > Count) return false;
        for (var i = 1; i < phrase.Words.Length; i++)
        {
            if (this.tokens[at + i].Word != phrase.Words[i] || (phrase.Stuck[i] && !IsStuck(at + i))) return false;
        }
        return (phrase.Edges == Edges.None || EndsWords(at, phrase)) && (!phrase.Exact || AsWritten(at, phrase));
    }

    bool EndsWords(int at, Phrase phrase)
    {
        if ((phrase.Edges & Edges.Opening) != 0 && IsWord(at - 1) && IsStuck(at)) return false;
        return (phrase.Edges & Edges.Closing) == 0 || !IsWord(at + phrase.Length) || !IsStuck(at + phrase.Length);
    }

    /// <summary>"<u>Nach</u> Angaben": a small letter that the beginning of a sentence made a capital.</summary>
    static bool Opens(ReadOnlySpan<char> word, string phrase) =>
        word.Length > 1 && word.Length == phrase.Length && char.IsLower(phrase[0]) && char.ToLowerInvariant(word[0]) == phrase[0] && word[1..].SequenceEqual(phrase.AsSpan(1));

    bool AsWritten(int at, Phrase phrase)
    {
        for (var i = 0; i < phrase.Text.Length; i++)
        {
            var word = Of(at + i);
            if (word.SequenceEqual(phrase.Text[i])) continue;
            if (i == 0 && phrase.Role != Role.Unit && Opens(word, phrase.Text[i])) continue;
            if (word.Length < 2 || word.ContainsAnyInRange('a', 'z') || phrase.Role == Role.Unit) return false;
        }
        return true;
    }
}
