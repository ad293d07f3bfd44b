using Verify.Claims.Text;

namespace Verify.Claims.Numerals.Spelling;

/// <summary>
/// The words from a token on in folded form, taken from the sentence as far as a reader asks: a space for what stands between
/// two words, and the token that ends at each letter.
/// </summary>
sealed class SpelledText
{
    /// <summary>No number is longer (nine digits take 223 letters in Kalaallisut); a text of number words only is read in pieces of this size.</summary>
    const int Most = 260;

    readonly char[] letters = new char[Most];
    readonly int[] ends = new int[Most + 1];
    int count, token;
    bool closed;

    public int Count => count;

    public void Start(int at)
    {
        count = 0;
        token = at;
        closed = false;
    }

    /// <summary>True when there is a letter at the place, or could be made to be.</summary>
    public bool Has(in Sentence s, SpellingGrammar grammar, int place)
    {
        while (place >= count && !closed) Take(s, grammar);
        return place < count;
    }

    public char this[int place] => letters[place];

    /// <summary>The token that begins after the letters up to a place; 0 when none ends there.</summary>
    public int NextToken(int place) => place == 0 ? 0 : ends[place - 1];

    void Take(in Sentence s, SpellingGrammar grammar)
    {
        closed = true;
        var taken = count;
        if (s.IsMark(token, ',') && count > 0) Put(',');
        else if (s.IsMark(token, "-‐‑־") && count > 0) Put(' ');
        else if (s.IsWord(token))
        {
            if (count > 0 && !s.IsStuck(token)) Put(' ');
            var begins = count;
            foreach (var c in s.Of(token))
            {
                if (Folding.Of(c, grammar.Accents) is var folded and not Folding.Nothing) Put(folded);
            }
            if (count == begins || count >= Most || !grammar.MayContain(letters.AsSpan(begins, count - begins)))
            {
                count = taken;
                return;
            }
        }
        else return;
        closed = count >= Most;
        ends[count - 1] = ++token;
    }

    void Put(char c)
    {
        if (count >= Most) return;
        ends[count] = 0;
        letters[count++] = c;
    }
}
