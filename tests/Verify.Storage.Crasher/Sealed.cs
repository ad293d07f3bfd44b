using System.Security.Cryptography;
using System.Text;

namespace Verify.Storage.Crasher;

/// <summary>Text of any length that shows by itself whether it is whole: its hash, a colon, its label, a colon, and filling.</summary>
internal static class Sealed
{
    public static byte[] Write(string label, int filling)
    {
        var body = $"{label}:{new string('x', filling)}";
        return Encoding.ASCII.GetBytes($"{Hash(body)}:{body}");
    }

    /// <summary>The label, or null for text that is not whole.</summary>
    public static string? Read(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text[(colon + 1)..] is var body && Hash(body) == text[..colon] ? body.Split(':')[0] : null;
    }

    static string Hash(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(body)));
}
