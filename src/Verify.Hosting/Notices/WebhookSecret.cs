using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Verify.Hosting.Secrets;

namespace Verify.Hosting.Notices;

/// <summary>Signs as Standard Webhooks ask for: HMAC-SHA256 over <c>id.timestamp.body</c>, in base64 behind <c>v1,</c>.</summary>
static class WebhookSecret
{
    const string Prefix = "whsec_";
    const int LeastBytes = 24;
    const int MostBytes = 64;

    /// <summary>One signature for each secret, spaces between: a receiver takes any that it can check.</summary>
    public static string Sign(IEnumerable<Secret> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] signed = [.. head, .. body];
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(secret.Text), signed))));
    }

    /// <summary>What is wrong with a text, to stand behind the name of its place; null when it is a secret.</summary>
    public static string? WhyNot(string text)
    {
        var bytes = new byte[text.Length];
        return !Convert.TryFromBase64String(Base64(text), bytes, out var length) ? $"is not base64. Make one with: echo {Prefix}$(openssl rand -base64 32)"
            : length is < LeastBytes or > MostBytes ? string.Create(CultureInfo.InvariantCulture, $"has {length} bytes; it has {LeastBytes} to {MostBytes}. Make one with: echo {Prefix}$(openssl rand -base64 32)")
            : null;
    }

    static byte[] Key(string text) => Convert.FromBase64String(Base64(text));

    static string Base64(string text) => text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
}
