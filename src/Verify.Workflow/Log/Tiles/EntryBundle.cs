using System.Buffers.Binary;
using System.Collections.Immutable;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Tiles;

/// <summary>The entries of up to 256 leaves, each behind its length in two bytes. An entry of this log is the id of a record.</summary>
public static class EntryBundle
{
    const int Each = sizeof(ushort) + TreeHash.Size;

    public static byte[] Write(ReadOnlySpan<TreeHash> ids)
    {
        var bytes = new byte[ids.Length * Each];
        for (var n = 0; n < ids.Length; n++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(n * Each), TreeHash.Size);
            ids[n].Write(bytes.AsSpan((n * Each) + sizeof(ushort)));
        }
        return bytes;
    }

    /// <summary>False where the bytes are not so many whole entries.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, int count, out ImmutableArray<TreeHash> ids)
    {
        var read = ImmutableArray.CreateBuilder<TreeHash>(count);
        ids = [];
        if (bytes.Length != count * Each) return false;
        for (; !bytes.IsEmpty; bytes = bytes[Each..])
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(bytes) != TreeHash.Size) return false;
            read.Add(TreeHash.Read(bytes[sizeof(ushort)..]));
        }
        ids = read.MoveToImmutable();
        return true;
    }
}
