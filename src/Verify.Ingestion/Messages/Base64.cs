using System.Buffers;

namespace Verify.Ingestion.Messages;

/// <summary>Messages that were wrapped, as most senders to a storage queue do.</summary>
static class Base64
{
    /// <summary>Characters from which on nothing but base64 looks like base64: no text has a word of this length that is.</summary>
    public const int ShortestOfAnything = 64;

    static readonly SearchValues<char> Letters = SearchValues.Create("+/0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The bytes of one unbroken word of standard base64, padding included; null for anything else.</summary>
    public static byte[]? Of(string text)
    {
        if (text.Length == 0 || text.Length % 4 != 0 || text.AsSpan().ContainsAnyExcept(Letters)) return null;
        var bytes = new byte[text.Length / 4 * 3];
        // The same bytes have one spelling: what does not come out again as it was is a word that only looks like one.
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }
}
