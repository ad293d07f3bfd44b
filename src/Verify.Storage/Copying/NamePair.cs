using System.Runtime.CompilerServices;

namespace Verify.Storage.Copying;

/// <summary>A name, and which of two stores list it.</summary>
internal readonly record struct NamePair(string Name, bool IsInFrom, bool IsInTo)
{
    /// <summary>Joins two lists that are each in the order of names; nothing of them is kept.</summary>
    public static async IAsyncEnumerable<NamePair> JoinAsync(
        IAsyncEnumerable<string> from, IAsyncEnumerable<string> to, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var one = from.GetAsyncEnumerator(cancel);
        await using var other = to.GetAsyncEnumerator(cancel);
        var (hasOne, hasOther) = (await one.MoveNextAsync(), await other.MoveNextAsync());
        while (hasOne || hasOther)
        {
            var order = !hasOther ? -1 : !hasOne ? 1 : string.CompareOrdinal(one.Current, other.Current);
            yield return new(order <= 0 ? one.Current : other.Current, order <= 0, order >= 0);
            if (order <= 0) hasOne = await one.MoveNextAsync();
            if (order >= 0) hasOther = await other.MoveNextAsync();
        }
    }
}
