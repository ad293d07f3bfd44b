using System.Text;
using AngleSharp.Text;

namespace Verify.Ingestion.Decoding;

/// <summary>Encodings that throw on bytes they cannot decode, by the labels of the WHATWG Encoding Standard ("latin1" is windows-1252).</summary>
static class StrictEncoding
{
    // In the body, not as an initialiser: those run first, before the code pages are there.
    static StrictEncoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Western = Throwing(Encoding.GetEncoding(1252));
    }

    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>windows-1252: what Latin-script text without a declared charset is in, when it is not UTF-8.</summary>
    public static Encoding Western { get; }

    /// <summary>The encoding of a label, in any case and with any white space around it; null when there is none such.</summary>
    public static Encoding? For(string label)
    {
        label = label.Trim().Trim('"', '\'').ToLowerInvariant();
        return TextEncoding.IsSupported(label) ? Throwing(TextEncoding.Resolve(label)) : null;
    }

    /// <summary>The same encoding, throwing <see cref="DecoderFallbackException"/> where it would have put a replacement character.</summary>
    public static Encoding Throwing(Encoding encoding) =>
        encoding.CodePage == Encoding.UTF8.CodePage
            ? Utf8
            : Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
