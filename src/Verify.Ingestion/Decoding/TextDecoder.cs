using System.Text;
using System.Text.Unicode;

namespace Verify.Ingestion.Decoding;

/// <summary>
/// Makes text of bytes: a byte-order mark decides, then the declared charset, then what the text says of itself, then UTF-8, then
/// the encoding that <see cref="EncodingGuess"/> finds. Nothing is ever replaced: bytes that do not decode are refused with their place.
/// </summary>
static class TextDecoder
{
    /// <param name="inner">A charset label found inside the bytes (HTML's meta element), used where the sender declared none.</param>
    public static Outcome<string> Decode(Source source, string? inner = null)
    {
        var bytes = source.Bytes.Span;
        if (BinarySignature.Of(bytes) is { } binary) return Problems.UnsupportedFormat(source.Name, binary);
        if (ByteOrderMark.Of(bytes) is var (marked, length)) return Strictly(source, length, marked);
        if ((source.Charset ?? inner) is { } label)
        {
            return StrictEncoding.For(label) is { } declared
                ? Strictly(source, 0, declared)
                : Problems.UnknownCharset(source.Name, label);
        }

        if (Utf8.IsValid(bytes)) return Strictly(source, 0, StrictEncoding.Utf8);
        if (bytes.Contains((byte)0)) return Problems.HoldsNul(source.Name, bytes);

        var evidence = Utf8Evidence.Of(bytes);
        if (!evidence.SaysDamagedUtf8 && EncodingGuess.For(bytes, evidence.FirstBroken) is { } guessed) return Strictly(source, 0, guessed);
        return evidence.SaysDamagedUtf8
            ? Problems.InvalidBytes(source.Name, "utf-8", evidence.FirstBroken, bytes[evidence.FirstBroken])
            : Problems.UnknownEncoding(source.Name, evidence.FirstBroken, bytes[evidence.FirstBroken]);
    }

    static Outcome<string> Strictly(Source source, int skip, Encoding encoding)
    {
        var bytes = source.Bytes.Span;
        try
        {
            var text = encoding.GetString(bytes[skip..]);
            return TextCheck.Of(text, source.Name) is { } problem ? problem : text;
        }
        catch (DecoderFallbackException bad)
        {
            // The exception's index is where decoding stopped, which for UTF-16 lies behind the bytes that it names.
            var stopped = Math.Min(skip + Math.Max(bad.Index, 0) + (bad.BytesUnknown?.Length ?? 0), bytes.Length);
            var index = Math.Max(bytes[..stopped].LastIndexOf(bad.BytesUnknown), 0);
            return Problems.InvalidBytes(source.Name, encoding.WebName, index, bytes[index]);
        }
    }
}
