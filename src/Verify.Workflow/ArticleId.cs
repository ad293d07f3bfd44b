using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Verify.Workflow;

/// <summary>Names an article by its content: the lower-case hex SHA-256 of its raw bytes, 64 characters.</summary>
[JsonConverter(typeof(ArticleIdJson))]
public readonly record struct ArticleId
{
    const int Length = 64;

    ArticleId(string value) => Value = value;

    public string Value { get; }

    public static ArticleId Of(ReadOnlySpan<byte> raw)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(raw, hash);
        return new(Convert.ToHexStringLower(hash));
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out ArticleId id)
    {
        var valid = text is { Length: Length } && !text.AsSpan().ContainsAnyExcept("0123456789abcdef");
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text is not 64 lower-case hex digits.</exception>
    public static ArticleId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"\"{text}\" is not an article id: 64 lower-case hex digits.");

    public override string ToString() => Value;
}

sealed class ArticleIdJson : TextJson<ArticleId>
{
    protected override ArticleId Parse(string text) => ArticleId.Parse(text);

    protected override string Format(ArticleId value) => value.Value;
}
