using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Verify.Workflow;

/// <summary>Names a claim by its article and the place of its first number there: <c>{articleId}-{start}</c>.</summary>
[JsonConverter(typeof(ClaimIdJson))]
public readonly record struct ClaimId(ArticleId Article, int Start)
{
    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Article.Value}-{Start}");

    public static bool TryParse([NotNullWhen(true)] string? text, out ClaimId id)
    {
        id = default;
        var dash = text?.IndexOf('-') ?? -1;
        if (dash < 0 || !ArticleId.TryParse(text![..dash], out var article)) return false;
        if (!int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var start)) return false;
        id = new(article, start);
        return id.Value == text; // one spelling only: no leading zeros
    }

    /// <exception cref="FormatException">The text is not an article id, a hyphen and a number.</exception>
    public static ClaimId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"\"{text}\" is not a claim id: an article id, a hyphen, a number.");

    public override string ToString() => Value;
}

sealed class ClaimIdJson : TextJson<ClaimId>
{
    protected override ClaimId Parse(string text) => ClaimId.Parse(text);

    protected override string Format(ClaimId value) => value.Value;
}
