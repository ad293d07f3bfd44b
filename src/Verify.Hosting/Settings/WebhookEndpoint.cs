using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Verify.Hosting.Secrets;
using Verify.Workflow.Notices;

namespace Verify.Hosting.Settings;

/// <summary>The body that a webhook takes.</summary>
public enum WebhookShape
{
    /// <summary>Plain JSON: type, timestamp, data.</summary>
    Plain,

    /// <summary>A message of Slack's incoming webhooks.</summary>
    Slack,

    /// <summary>A message with an adaptive card, as a Teams workflow takes it.</summary>
    Teams,
}

/// <summary>One program that is told, as one item of a setting: <c>NAME ADDRESS [secret=REF]… [as=slack] [tells=kind+kind] [language=id]</c>.</summary>
/// <param name="Address">Null where it is itself a secret.</param>
/// <param name="AddressSecret">Null where it is not.</param>
/// <param name="Secrets">Each signs every request.</param>
public sealed record WebhookEndpoint(
    string Name, Uri? Address, Secret? AddressSecret, ImmutableArray<Secret> Secrets, WebhookShape Shape, ImmutableArray<NoticeKind> Kinds, NoticeLanguage Language)
{
    internal const string Takes =
        "NAME ADDRESS with, as wanted, secret=REFERENCE, as=plain, slack or teams, tells=KIND+KIND (newClaims, reminder, escalation, disagreement, publication, correction) and language=en or id, spaces between";

    const int LongestName = 40;

    /// <summary>Once secrets were read.</summary>
    internal Uri Target => Address ?? new Uri(AddressSecret!.Text);

    /// <summary>False with what is wrong, to stand behind the setting's name. No address is part of it: whoever knows that of a chat may write there.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out WebhookEndpoint? endpoint, [NotNullWhen(false)] out string? wrong)
    {
        endpoint = null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2 || !IsName(words[0]))
        {
            wrong = $"does not begin with a name of 1 to {LongestName} lower-case letters, digits and hyphens and an address; it takes {Takes}.";
            return false;
        }
        if (!TryAddress(words[1], out var address, out var reference))
        {
            wrong = $"({words[0]}) has no https address behind its name, nor a reference to one (file:/path, env:NAME, a vault's); http is taken for this machine alone.";
            return false;
        }
        var read = new WebhookEndpoint(words[0], address, reference is null ? null : new(reference), [], WebhookShape.Plain, [.. Enum.GetValues<NoticeKind>()], NoticeLanguage.En);
        foreach (var word in words[2..])
        {
            if (read.With(word, out wrong) is not { } next)
            {
                wrong = $"({words[0]}) {wrong}";
                return false;
            }
            read = next;
        }
        wrong = read is { Shape: WebhookShape.Plain, Secrets.IsEmpty: true } ? $"({read.Name}) has no secret to sign with; give secret=REFERENCE, or as=slack or as=teams for those that check none." : null;
        endpoint = wrong is null ? read : null;
        return endpoint is not null;
    }

    /// <summary>As anybody may see it: an address without its path.</summary>
    internal static string Shown(string text) => TryParse(text, out var endpoint, out _)
        ? $"{endpoint.Name} {endpoint.AddressSecret?.ToString() ?? endpoint.Address!.GetLeftPart(UriPartial.Authority) + "/…"}"
        : "(an item that is not shown)";

    /// <summary>Why a text that was read from a secret is no address, to stand behind the name of its place; null when it is one.</summary>
    internal static string? WhyNoAddress(string text) => IsTarget(text, out _) ? null : "is no https address.";

    WebhookEndpoint? With(string word, out string? wrong)
    {
        wrong = null;
        var (name, value) = word.Split('=', 2) is [var before, var behind] ? (before, behind) : (word, "");
        switch (name)
        {
            case "secret":
                return SecretReference.TryParse(value, out var reference, out wrong) ? this with { Secrets = Secrets.Add(new(reference)) } : null;
            case "as" when Enum.TryParse<WebhookShape>(value, ignoreCase: true, out var shape) && Enum.IsDefined(shape):
                return this with { Shape = shape };
            case "language" when value is "en" or "id":
                return this with { Language = value == "id" ? NoticeLanguage.Id : NoticeLanguage.En };
            case "tells" when TryKinds(value, out var kinds):
                return this with { Kinds = kinds };
            default:
                wrong = $"holds a word that it cannot: {OneLine.Of(name)}; it takes {Takes}.";
                return null;
        }
    }

    static bool TryKinds(string text, out ImmutableArray<NoticeKind> kinds)
    {
        var read = text.Split('+').Select(name => (IsKind: Enum.TryParse<NoticeKind>(name, ignoreCase: true, out var kind) && !char.IsAsciiDigit(name[0]), kind)).ToArray();
        kinds = [.. read.Select(one => one.kind).Distinct()];
        return read.All(one => one.IsKind);
    }

    static bool TryAddress(string word, out Uri? address, out SecretReference? reference)
    {
        address = null;
        return SecretReference.TryParse(word, out reference, out _) || IsTarget(word, out address);
    }

    static bool IsTarget(string text, [NotNullWhen(true)] out Uri? address) =>
        Addresses.TryParse(text, out address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);

    static bool IsName(string word) => word.Length is > 0 and <= LongestName && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
