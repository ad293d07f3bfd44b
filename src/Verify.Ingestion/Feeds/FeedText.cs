using System.Text;
using System.Text.Unicode;
using Verify.Ingestion.Decoding;
using Verify.Ingestion.Formats;

namespace Verify.Ingestion.Feeds;

/// <summary>Makes text of a feed's bytes, whatever they are: links are ASCII in nearly every charset, so a wrong guess costs a title that nobody reads.</summary>
static class FeedText
{
    /// <summary>Never fails: a mark decides, then whether it is UTF-8, then what was declared, and in the end each byte is one letter.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, string? mediaType)
    {
        if (ByteOrderMark.Of(bytes) is var (marked, length)) return Lenient(marked).GetString(bytes[length..]);
        if (bytes is [(byte)'<', 0, ..]) return Encoding.Unicode.GetString(bytes);
        if (bytes is [0, (byte)'<', ..]) return Encoding.BigEndianUnicode.GetString(bytes);
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var label = MediaType.CharsetOf(mediaType) ?? Declared(bytes);
        return Lenient(label is null ? StrictEncoding.Western : StrictEncoding.For(label) ?? StrictEncoding.Western).GetString(bytes);
    }

    static Encoding Lenient(Encoding strict) => Encoding.GetEncoding(strict.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);

    /// <summary>"iso-8859-1" of <c>&lt;?xml version="1.0" encoding="iso-8859-1"?&gt;</c>; null where nothing is declared.</summary>
    static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = FirstBytes.Of(bytes);
        if (!start.StartsWith("<?xml"u8) || start.IndexOf("?>"u8) is not (>= 0 and var end)) return null;
        var declaration = Encoding.Latin1.GetString(start[..Math.Min(end, 200)]);
        var parts = declaration.Split("encoding", 2);
        return parts.Length == 2 && parts[1].Split('"', '\'') is [_, var label, ..] ? label : null;
    }
}
