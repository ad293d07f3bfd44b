using System.Collections.Frozen;

namespace Verify.Claims.Languages;

/// <summary>
/// All words of a language file, and the phrases that begin with each. Every look-up is free of allocation.
/// A word's number is above 127; marks of ASCII are their own number, and 0 is any word the language file does not hold.
/// </summary>
sealed class Lexicon
{
    const int FirstWord = 128;

    readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;
    readonly ulong[] _starts;
    readonly Phrase[][] _phrases;
    readonly int[] _longest;

    public Lexicon(FrozenDictionary<string, int> numbers, IReadOnlyCollection<Phrase> phrases)
    {
        _numbers = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        _starts = new ulong[FirstWord + numbers.Count];
        _phrases = new Phrase[_starts.Length][];
        _longest = new int[64];
        Array.Fill(_phrases, []);
        foreach (var group in phrases.GroupBy(p => p.Words[0]))
        {
            _phrases[group.Key] = [.. group.OrderByDescending(p => p.Length)];
            foreach (var phrase in group)
            {
                _starts[group.Key] |= Mask(phrase.Role);
                _longest[(int)phrase.Role] = Math.Max(_longest[(int)phrase.Role], phrase.Length);
            }
        }
    }

    public static ulong Mask(Role role) => 1UL << (int)role;

    /// <summary>The number a new word gets in the dictionary handed to the constructor.</summary>
    public static int NumberOf(int index) => FirstWord + index;

    /// <summary>The word's number, letters compared without case; 0 when no phrase holds it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length == 1 && word[0] < FirstWord && !char.IsAsciiLetterOrDigit(word[0])) return word[0];
        return _numbers.TryGetValue(word, out var number) ? number : 0;
    }

    /// <summary>The roles of the phrases that begin with the word.</summary>
    public ulong Starts(int word) => _starts[word];

    /// <summary>The phrases that begin with the word, longest first.</summary>
    public ReadOnlySpan<Phrase> Phrases(int word) => _phrases[word];

    /// <summary>Length in tokens of the longest phrase of a role.</summary>
    public int Longest(Role role) => _longest[(int)role];
}
