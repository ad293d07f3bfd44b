using System.Numerics;
using System.Security.Cryptography;

namespace Verify.Workflow.Log.Tree;

/// <summary>How the tree is hashed (RFC 9162, section 2.1.1): a leaf and a node never hash alike, since each begins with a byte of its own.</summary>
public static class Merkle
{
    const byte LeafStart = 0;
    const byte NodeStart = 1;

    /// <summary>The root of a tree without leaves.</summary>
    public static TreeHash Empty { get; } = TreeHash.Read(SHA256.HashData([]));

    public static TreeHash Leaf(ReadOnlySpan<byte> entry) => TreeHash.Read(SHA256.HashData([LeafStart, .. entry]));

    public static TreeHash Node(TreeHash left, TreeHash right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * TreeHash.Size)];
        bytes[0] = NodeStart;
        left.Write(bytes[1..]);
        right.Write(bytes[(1 + TreeHash.Size)..]);
        Span<byte> hash = stackalloc byte[TreeHash.Size];
        SHA256.HashData(bytes, hash);
        return TreeHash.Read(hash);
    }

    /// <summary>The root over leaves.</summary>
    public static TreeHash Root(ReadOnlySpan<TreeHash> leaves)
    {
        if (leaves.Length < 2) return leaves.IsEmpty ? Empty : leaves[0];
        var split = (int)Split(leaves.Length);
        return Node(Root(leaves[..split]), Root(leaves[split..]));
    }

    /// <summary>Where a tree of two or more leaves divides: the largest power of two below its size.</summary>
    internal static long Split(long size) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(size - 1)));
}
