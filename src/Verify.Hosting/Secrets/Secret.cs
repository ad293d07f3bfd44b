using System.Collections.Immutable;
using Verify.Workflow.Log.Notes;

namespace Verify.Hosting.Secrets;

/// <summary>A secret and where it is kept. Only <see cref="Text"/> and <see cref="Bytes"/> tell it; nothing that is printed or logged does.</summary>
public sealed class Secret
{
    const int LeastBytes = 32;

    readonly string? text;

    /// <param name="text">Null while it has not been read.</param>
    public Secret(SecretReference reference, string? text = null)
    {
        Reference = reference;
        this.text = text;
    }

    public SecretReference Reference { get; }

    /// <exception cref="InvalidOperationException">It was not read: <c>DeskSettings.WithSecretsAsync</c> does.</exception>
    public string Text => text ?? throw new InvalidOperationException($"The secret {Reference} was not read.");

    /// <summary>What its base64 stands for.</summary>
    /// <exception cref="FormatException">It is no base64.</exception>
    public ImmutableArray<byte> Bytes => [.. Convert.FromBase64String(Text)];

    public override string ToString() => Reference.ToString();

    /// <summary>Why a text is no key of at least 32 bytes, to stand behind the name of its place; null when it is one.</summary>
    internal static string? WhyNoKey(string text)
    {
        var bytes = new byte[text.Length];
        return !Convert.TryFromBase64String(text, bytes, out var length) ? "is not base64. Make one with: openssl rand -base64 32"
            : length < LeastBytes ? FormattableString.Invariant($"has {length} bytes; it needs at least {LeastBytes}. Make one with: openssl rand -base64 32")
            : null;
    }

    /// <summary>Why a text is no key of the log, likewise.</summary>
    internal static string? WhyNoLogKey(string text) =>
        WhyNoKey(text) ?? (Convert.FromBase64String(text).Length is var length && length != LogSigner.KeyBytes
            ? FormattableString.Invariant($"has {length} bytes; the log's key has {LogSigner.KeyBytes}. Make one with: openssl rand -base64 32")
            : null);
}
