using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Verify.Claims.Worth;

/// <summary>
/// Lists of reasons that were given before, to be given again: claims outlive their article, and most have one of few lists. Bounded, and
/// safe under any number of threads: a slot holds one whole list at any time, and which one matters to nobody.
/// </summary>
static class ReasonLists
{
    const int Slots = 512;

    static readonly string[]?[] Known = new string[]?[Slots];

    public static ImmutableArray<string> Of(ReadOnlySpan<string> words)
    {
        if (words.IsEmpty) return [];
        ref var slot = ref Known[SlotOf(words)];
        if (slot is not { } list || !IsSame(list, words)) slot = list = words.ToArray();
        return ImmutableCollectionsMarshal.AsImmutableArray(list);
    }

    static int SlotOf(ReadOnlySpan<string> words)
    {
        var hash = 0;
        foreach (var word in words) hash = unchecked(hash * 31 + RuntimeHelpers.GetHashCode(word));
        return (hash ^ hash >>> 9 ^ hash >>> 18) & (Slots - 1);
    }

    /// <summary>The words come from tables, so that the same words are the same object.</summary>
    static bool IsSame(string[] list, ReadOnlySpan<string> words)
    {
        if (list.Length != words.Length) return false;
        for (var i = 0; i < list.Length; i++)
        {
            if (!ReferenceEquals(list[i], words[i])) return false;
        }
        return true;
    }
}
