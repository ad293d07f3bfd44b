using System.Collections.Immutable;

namespace Verify.Workflow.Log.Tree;

/// <summary>Makes the two proofs of RFC 9162, sections 2.1.3.1 and 2.1.4.1.</summary>
public static class Proofs
{
    /// <summary>That a leaf is in a tree: the hashes beside its way up to the root.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static async Task<ImmutableArray<TreeHash>> InclusionAsync(this INodes nodes, long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = ImmutableArray.CreateBuilder<TreeHash>();
        for (var (start, end) = (0L, size); end - start > 1;)
        {
            var split = start + Merkle.Split(end - start);
            var isLeft = index < split;
            path.Add(isLeft ? await nodes.RootAsync(split, end) : await nodes.RootAsync(start, split));
            (start, end) = isLeft ? (start, split) : (split, end);
        }
        path.Reverse();
        return path.ToImmutable();
    }

    /// <summary>That a tree goes on from how it was: the hashes that make both roots.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old size is less than one or larger than the new one.</exception>
    public static async Task<ImmutableArray<TreeHash>> ConsistencyAsync(this INodes nodes, long old, long size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(old, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(old, size);
        var proof = ImmutableArray.CreateBuilder<TreeHash>();
        var (start, end, isWhole) = (0L, size, true);
        while (old < end)
        {
            var split = start + Merkle.Split(end - start);
            if (old <= split)
            {
                proof.Add(await nodes.RootAsync(split, end));
                end = split;
            }
            else
            {
                proof.Add(await nodes.RootAsync(start, split));
                (start, isWhole) = (split, false);
            }
        }
        if (!isWhole) proof.Add(await nodes.RootAsync(start, end));
        proof.Reverse();
        return proof.ToImmutable();
    }
}
