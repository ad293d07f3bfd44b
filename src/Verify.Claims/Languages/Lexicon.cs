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

    readonly WordNumbers numbers;
    readonly Roles[] starts;
    readonly Phrase[][] phrases;
    readonly int[] longest;
    readonly bool folded;

    /// <param name="folded">Whether words are compared without the marks that a writer may leave out: "إلى" and "الى".</param>
    public Lexicon(WordNumbers numbers, IReadOnlyList<Phrase> phrases, bool folded)
    {
        this.folded = folded;
        this.numbers = numbers;
        starts = new Roles[FirstWord + numbers.Count];
        this.phrases = new Phrase[starts.Length][];
        longest = new int[Roles.Most];
        var counts = new int[starts.Length];
        for (var at = 0; at < phrases.Count; at++) counts[phrases[at].Words[0]]++;
        for (var word = 0; word < counts.Length; word++) this.phrases[word] = counts[word] == 0 ? [] : new Phrase[counts[word]];
        for (var at = phrases.Count - 1; at >= 0; at--) Put(phrases[at], --counts[phrases[at].Words[0]]);
    }

    /// <summary>How many words there are to tell apart: every number is below.</summary>
    public int Size => starts.Length;

    /// <summary>The number here of a word that has another in the list handed to the constructor.</summary>
    public static int NumberOf(int index) => FirstWord + index;

    /// <summary>The word's number, letters compared without case; 0 when no phrase holds it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length == 1 && word[0] < FirstWord && !char.IsAsciiLetterOrDigit(word[0])) return word[0];
        if (!this.folded) return Known(word);
        Span<char> room = stackalloc char[Room];
        return Known(Folding.Lightly(word, room));
    }

    /// <summary>The roles of the phrases that begin with the word.</summary>
    public Roles Starts(int word) => starts[word];

    /// <summary>The phrases that begin with the word, longest first.</summary>
    public ReadOnlySpan<Phrase> Phrases(int word) => this.phrases[word];

    /// <summary>Length in tokens of the longest phrase of a role.</summary>
    public int Longest(Role role) => longest[(int)role];

    int Known(ReadOnlySpan<char> word) => this.numbers.Find(word) is >= 0 and var number ? NumberOf(number) : 0;

    /// <summary>Puts a phrase before those of its first word that were put there, and behind those that go before it.</summary>
    void Put(Phrase phrase, int at)
    {
        var first = phrase.Words[0];
        starts[first] |= Roles.Of(phrase.Role);
        longest[(int)phrase.Role] = Math.Max(longest[(int)phrase.Role], phrase.Length);
        var group = this.phrases[first];
        for (; at + 1 < group.Length && GoesBefore(group[at + 1], phrase); at++) group[at] = group[at + 1];
        group[at] = phrase;
    }

    static bool GoesBefore(Phrase one, Phrase other) => one.Length != other.Length ? one.Length > other.Length : one.Edges > other.Edges;
}
