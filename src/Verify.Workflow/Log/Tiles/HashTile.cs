using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Tiles;

/// <summary>The hashes of one tile, one behind the other.</summary>
public static class HashTile
{
    public static byte[] Write(ReadOnlySpan<TreeHash> hashes)
    {
        var bytes = new byte[hashes.Length * TreeHash.Size];
        for (var n = 0; n < hashes.Length; n++) hashes[n].Write(bytes.AsSpan(n * TreeHash.Size));
        return bytes;
    }

    /// <summary>False where the bytes are not so many hashes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, int count, out ImmutableArray<TreeHash> hashes)
    {
        hashes = [];
        if (bytes.Length != count * TreeHash.Size) return false;
        var read = new TreeHash[count];
        for (var n = 0; n < count; n++) read[n] = TreeHash.Read(bytes[(n * TreeHash.Size)..]);
        hashes = ImmutableCollectionsMarshal.AsImmutableArray(read);
        return true;
    }
}
