using System.Buffers;

namespace Verify.Claims.Text;

/// <summary>A growing list over a rented array, for the working lists of one extraction.</summary>
sealed class Pooled<T> : IDisposable
    where T : struct
{
    T[] items = ArrayPool<T>.Shared.Rent(64);

    public int Count { get; private set; }

    public ref T this[int index] => ref items.AsSpan(0, Count)[index];

    public ReadOnlySpan<T> Items => items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(in T item)
    {
        if (Count == items.Length) Grow();
        items[Count++] = item;
    }

    public void Truncate(int count) => Count = Math.Min(count, Count);

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(items, System.Runtime.CompilerServices.RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        items = [];
        Count = 0;
    }

    void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(items.Length * 2);
        Items.CopyTo(larger);
        ArrayPool<T>.Shared.Return(items, System.Runtime.CompilerServices.RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        items = larger;
    }
}
