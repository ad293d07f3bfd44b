using System.Buffers;
using System.Text;
using UtfUnknown;

namespace Verify.Ingestion.Decoding;

/// <summary>The encoding of bytes that nobody declared and that are not UTF-8.</summary>
static class EncodingGuess
{
    /// <summary>Sentences of 20 to 70 bytes in eight scripts got their right answer with 0.76 and more.</summary>
    const float LeastConfidence = 0.7f;

    /// <summary>Up to three bytes above 0x7F, or one in twelve, tell single-byte encodings apart by next to nothing.</summary>
    const int FewHigh = 3, BytesPerHigh = 12;

    const int LongestSample = 256 * 1024;

    /// <summary>Bytes that windows-1252 leaves undefined.</summary>
    static readonly SearchValues<byte> NotWestern = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    /// <param name="firstHigh">Offset of the first byte above 0x7F; what stands before it says nothing.</param>
    /// <returns>A strict encoding, or null where nothing is likely enough.</returns>
    public static Encoding? For(ReadOnlySpan<byte> bytes, int firstHigh)
    {
        var sample = bytes[Math.Max(0, firstHigh - LongestSample / 8)..];
        if (sample.Length > LongestSample) sample = sample[..LongestSample];

        // Curly quotes, dashes and a few accents in Latin text: the detector answers windows-1250, windows-1258 or x-mac-ce for
        // Indonesian and English in windows-1252, with more confidence than for the right answer.
        if (MostlyAscii(sample) && bytes.IndexOfAny(NotWestern) < 0) return StrictEncoding.Western;

        return CharsetDetector.DetectFromBytes(sample).Detected is { Encoding: { } encoding, Confidence: >= LeastConfidence }
            ? StrictEncoding.Throwing(encoding)
            : null;
    }

    static bool MostlyAscii(ReadOnlySpan<byte> sample)
    {
        var high = 0;
        foreach (var b in sample)
            if (b > 0x7F) high++;
        return high <= FewHigh || high * (long)BytesPerHigh <= sample.Length;
    }
}
