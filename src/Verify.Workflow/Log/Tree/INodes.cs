using System.Numerics;

namespace Verify.Workflow.Log.Tree;

/// <summary>The hashes of the whole subtrees of a tree.</summary>
public interface INodes
{
    /// <summary>The root over the 2^<paramref name="level"/> leaves that begin at <paramref name="index"/> times as many.</summary>
    /// <exception cref="LogException">It cannot be read.</exception>
    ValueTask<TreeHash> NodeAsync(int level, long index);
}

static class NodeRanges
{
    /// <summary>The root over the leaves from <paramref name="start"/> up to <paramref name="end"/>, where the tree itself divides so: the start is a multiple of the next power of two.</summary>
    public static async ValueTask<TreeHash> RootAsync(this INodes nodes, long start, long end)
    {
        var size = end - start;
        if (size == 0) return Merkle.Empty;
        if (BitOperations.IsPow2(size)) return await nodes.NodeAsync(BitOperations.Log2((ulong)size), start / size);
        var split = start + Merkle.Split(size);
        return Merkle.Node(await nodes.RootAsync(start, split), await nodes.RootAsync(split, end));
    }
}
