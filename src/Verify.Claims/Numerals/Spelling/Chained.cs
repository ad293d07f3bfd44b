namespace Verify.Claims.Numerals.Spelling;

/// <summary>Items in chains by key, newest first; what is added while a chain is walked is not met on that walk. Cleared and used again without allocation.</summary>
sealed class Chained<T>
{
    readonly Dictionary<(int Set, int Place), int> heads = [];
    readonly List<(T Item, int After)> items = [];

    public T this[int at] => items[at].Item;

    public void Add((int Set, int Place) key, T item)
    {
        items.Add((item, First(key)));
        heads[key] = items.Count - 1;
    }

    /// <summary>The newest item of a key; -1 when there is none.</summary>
    public int First((int Set, int Place) key) => heads.TryGetValue(key, out var head) ? head : -1;

    /// <summary>The one before it; -1 at the end.</summary>
    public int After(int at) => items[at].After;

    public void Clear()
    {
        heads.Clear();
        items.Clear();
    }
}
