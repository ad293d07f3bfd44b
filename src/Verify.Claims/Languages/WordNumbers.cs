namespace Verify.Claims.Languages;

/// <summary>
/// Numbers words in the order in which they come, letters compared without case, and finds them again without allocating. A dictionary that is frozen finds
/// them as fast, but takes several times as long to make, most of it for the compiler: a language is made at the start of a program that reads one text.
/// </summary>
sealed class WordNumbers
{
    const int First = 256;

    int[] buckets = new int[First]; // the entry that comes first, from 1; as many as a power of two
    Entry[] entries = new Entry[First];

    public int Count { get; private set; }

    /// <summary>The word's number, from 0 on; -1 where it was not added.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        for (var at = buckets[hash & (uint)(buckets.Length - 1)] - 1; at >= 0; at = entries[at].Next)
        {
            if (entries[at].Hash == hash && word.Equals(entries[at].Word, StringComparison.OrdinalIgnoreCase)) return at;
        }
        return -1;
    }

    /// <summary>The word's number; a new one where it is new.</summary>
    public int Add(string word)
    {
        if (Find(word) is >= 0 and var known) return known;
        if (Count == entries.Length) Grow();
        var hash = Hash(word);
        ref var bucket = ref buckets[hash & (uint)(buckets.Length - 1)];
        entries[Count] = new(word, hash, bucket - 1);
        return (bucket = ++Count) - 1;
    }

    void Grow()
    {
        var more = new Entry[entries.Length * 2];
        buckets = new int[more.Length];
        for (var at = 0; at < entries.Length; at++)
        {
            ref var bucket = ref buckets[entries[at].Hash & (uint)(buckets.Length - 1)];
            more[at] = entries[at] with { Next = bucket - 1 };
            bucket = at + 1;
        }
        entries = more;
    }

    /// <summary>No letter beyond ASCII is one of ASCII in the other case, so the two ways to count never meet in one word.</summary>
    static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 0u;
        foreach (var c in word)
        {
            if (!char.IsAscii(c)) return unchecked((uint)string.GetHashCode(word, StringComparison.OrdinalIgnoreCase));
            hash = unchecked(hash * 31 + (char.IsAsciiLetterLower(c) ? (uint)c - ('a' - 'A') : c));
        }
        return hash ^ hash >>> 15;
    }

    readonly record struct Entry(string Word, uint Hash, int Next);
}
