using System.Runtime.CompilerServices;

namespace Verify.Claims.Text;

/// <summary>
/// A growing list over a rented array, for the working lists of one extraction. Each thread keeps the few arrays that it needs at a time: the shared pool of the
/// framework would have to be compiled for each kind of item when the program starts.
/// </summary>
sealed class Pooled<T> : IDisposable
    where T : struct
{
    const int Smallest = 64;

    /// <summary>What an enormous sentence took is given up.</summary>
    const int Largest = 4096;

    /// <summary>A reading has no more lists of one kind.</summary>
    const int MostKept = 4;

    [ThreadStatic]
    static T[]?[]? kept;

    T[] items = Rent();

    public int Count { get; private set; }

    public ref T this[int index]
    {
        get
        {
            if (index >= Count) throw new ArgumentOutOfRangeException(nameof(index), index, $"The list holds {Count}.");
            return ref items[index];
        }
    }

    public ReadOnlySpan<T> Items => new(items, 0, Count);

    public void Clear() => Count = 0;

    public void Add(in T item)
    {
        if (Count == items.Length) Array.Resize(ref items, items.Length * 2);
        items[Count++] = item;
    }

    public void Truncate(int count) => Count = Math.Min(count, Count);

    public void Dispose()
    {
        var rented = items;
        items = [];
        Count = 0;
        if (rented.Length is 0 or > Largest) return;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Array.Clear(rented);
        var places = kept ??= new T[]?[MostKept];
        for (var at = 0; at < places.Length; at++)
        {
            if (places[at] is not null) continue;
            places[at] = rented;
            return;
        }
    }

    static T[] Rent()
    {
        if (kept is { } places)
        {
            for (var at = 0; at < places.Length; at++)
            {
                if (places[at] is not { } free) continue;
                places[at] = null;
                return free;
            }
        }
        return new T[Smallest];
    }
}
