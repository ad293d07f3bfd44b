using System.Collections.Frozen;
using Verify.Claims.Numerals.Spelling;

namespace Verify.Claims.Languages;

/// <summary>
/// All words of a language file, and the phrases that begin with each. Every look-up is free of allocation.
/// A word's number is above 127; marks of ASCII are their own number, and 0 is any word the language file does not hold.
/// </summary>
sealed class Lexicon
{
    const int FirstWord = 128;

    /// <summary>Longer words are looked up as they are written.</summary>
    const int Room = 40;

    readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers;
    readonly Roles[] starts;
    readonly Phrase[][] phrases;
    readonly int[] longest;
    readonly bool folded;

    /// <param name="folded">Whether words are compared without the marks that a writer may leave out: "إلى" and "الى".</param>
    public Lexicon(FrozenDictionary<string, int> numbers, IReadOnlyCollection<Phrase> phrases, bool folded)
    {
        this.folded = folded;
        this.numbers = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        starts = new Roles[FirstWord + numbers.Count];
        this.phrases = new Phrase[starts.Length][];
        longest = new int[Roles.Most];
        Array.Fill(this.phrases, []);
        foreach (var group in phrases.GroupBy(p => p.Words[0]))
        {
            this.phrases[group.Key] = [.. group.OrderByDescending(p => p.Length).ThenByDescending(p => p.Edges)];
            foreach (var phrase in group)
            {
                starts[group.Key] |= Roles.Of(phrase.Role);
                longest[(int)phrase.Role] = Math.Max(longest[(int)phrase.Role], phrase.Length);
            }
        }
    }

    /// <summary>The number a new word gets in the dictionary handed to the constructor.</summary>
    public static int NumberOf(int index) => FirstWord + index;

    /// <summary>The word's number, letters compared without case; 0 when no phrase holds it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length == 1 && word[0] < FirstWord && !char.IsAsciiLetterOrDigit(word[0])) return word[0];
        if (!this.folded) return this.numbers.TryGetValue(word, out var plain) ? plain : 0;
        Span<char> room = stackalloc char[Room];
        return this.numbers.TryGetValue(Folding.Lightly(word, room), out var number) ? number : 0;
    }

    /// <summary>The roles of the phrases that begin with the word.</summary>
    public Roles Starts(int word) => starts[word];

    /// <summary>The phrases that begin with the word, longest first.</summary>
    public ReadOnlySpan<Phrase> Phrases(int word) => this.phrases[word];

    /// <summary>Length in tokens of the longest phrase of a role.</summary>
    public int Longest(Role role) => longest[(int)role];
}
