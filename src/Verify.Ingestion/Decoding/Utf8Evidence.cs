using System.Buffers;
using System.Text;

namespace Verify.Ingestion.Decoding;

/// <summary>What speaks for and against bytes being UTF-8.</summary>
/// <param name="MultiByte">Well-formed sequences of two bytes or more.</param>
/// <param name="Broken">Ill-formed sequences.</param>
/// <param name="FirstBroken">Byte offset of the first of them; -1 when there is none.</param>
readonly record struct Utf8Evidence(int MultiByte, int Broken, int FirstBroken)
{
    /// <summary>
    /// True for UTF-8 with damage: more sequences are right than wrong. In a single-byte encoding a right one needs two unlike
    /// characters side by side ("Ã©"), so text in one has next to none.
    /// </summary>
    public bool SaysDamagedUtf8 => Broken > 0 && MultiByte > Broken;

    public static Utf8Evidence Of(ReadOnlySpan<byte> bytes)
    {
        int multiByte = 0, broken = 0, firstBroken = -1;
        for (var at = 0; at < bytes.Length;)
        {
            var ascii = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) break;
            at += ascii;
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
            {
                multiByte++;
            }
            else
            {
                broken++;
                if (firstBroken < 0) firstBroken = at;
            }
            at += length;
        }
        return new(multiByte, broken, firstBroken);
    }
}
