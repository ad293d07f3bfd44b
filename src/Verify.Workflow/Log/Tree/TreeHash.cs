using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Verify.Workflow.Log.Tree;

/// <summary>32 bytes of SHA-256: a leaf or a node of the log's tree, or the id of a record. Equal when the bytes are.</summary>
public readonly record struct TreeHash(UInt128 High, UInt128 Low)
{
    /// <summary>Bytes that it takes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    const int Half = Size / 2;

    /// <exception cref="ArgumentOutOfRangeException">They are fewer than 32 bytes.</exception>
    public static TreeHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes[..Half]), BinaryPrimitives.ReadUInt128BigEndian(bytes[Half..Size]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[Half..], Low);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        Write(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hex digits, as records are named.</summary>
    public string ToHex() => Convert.ToHexStringLower(ToArray());

    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <summary>Only as <see cref="ToBase64"/> writes it: one text a hash.</summary>
    public static bool TryParseBase64(string text, out TreeHash hash)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var isOne = Convert.TryFromBase64String(text, bytes, out var length) && length == Size;
        hash = isOne ? Read(bytes) : default;
        return isOne && hash.ToBase64() == text;
    }

    /// <summary>Only 64 lower-case hex digits.</summary>
    public static bool TryParseHex(string text, out TreeHash hash)
    {
        var isOne = ArticleId.TryParse(text, out _); // an id of this shape
        hash = isOne ? Read(Convert.FromHexString(text)) : default;
        return isOne;
    }

    public override string ToString() => ToHex();
}
