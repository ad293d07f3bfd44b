using System.Diagnostics.CodeAnalysis;

namespace Verify.Hosting.Secrets;

/// <summary>Where a secret is kept. Safe to show: it holds no secret itself.</summary>
public abstract record SecretReference
{
    /// <summary>What a setting that is a secret takes.</summary>
    internal const string Takes = "a reference: file:/path, env:NAME or https://{vault}.vault.azure.net/secrets/{name}";

    const string FileStart = "file:";
    const string VariableStart = "env:";
    const string PlatformStart = "@Microsoft.KeyVault(";

    static readonly string[] VaultDomains = [".vault.azure.net", ".vault.azure.cn", ".vault.usgovcloudapi.net"];

    SecretReference() { }

    /// <summary>The text of a file; an end of line behind it does not count.</summary>
    public sealed record InFile(string Path) : SecretReference
    {
        public override string ToString() => FileStart + Path;
    }

    /// <summary>The value of an environment variable.</summary>
    public sealed record InVariable(string Name) : SecretReference
    {
        public override string ToString() => VariableStart + Name;
    }

    /// <summary>A secret of a vault, its newest version where none is named.</summary>
    public sealed record InVault(Uri Vault, string Name, string? Version) : SecretReference
    {
        public override string ToString() => $"{Vault.GetLeftPart(UriPartial.Authority)}/secrets/{Name}{(Version is null ? "" : $"/{Version}")}";
    }

    /// <summary>True for a reference that the platform should have put a value in place of, and did not.</summary>
    internal static bool IsLeftByPlatform(string text) => text.TrimStart().StartsWith(PlatformStart, StringComparison.OrdinalIgnoreCase);

    /// <summary>False with what is wrong, to stand behind the setting's name. What was given is never part of it: it may be the secret.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SecretReference? reference, [NotNullWhen(false)] out string? wrong)
    {
        (reference, wrong) = text switch
        {
            _ when text.StartsWith(FileStart, StringComparison.OrdinalIgnoreCase) => OfFile(text[FileStart.Length..]),
            _ when text.StartsWith(VariableStart, StringComparison.OrdinalIgnoreCase) => OfVariable(text[VariableStart.Length..]),
            _ when Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps => OfVault(address),
            _ => (null, $"holds a value itself, and a secret is never written into the settings; it takes {Takes}."),
        };
        return reference is not null;
    }

    static (SecretReference?, string?) OfFile(string path)
    {
        if (path.StartsWith("///", StringComparison.Ordinal)) path = path[2..];
        return Path.IsPathFullyQualified(path) ? (new InFile(path), null) : (null, "names a file without its whole path; write it as file:/path/from/the/root.");
    }

    static (SecretReference?, string?) OfVariable(string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? (new InVariable(name), null)
            : (null, "names no environment variable; behind env: stand letters, digits and underscores.");

    static (SecretReference?, string?) OfVault(Uri address)
    {
        var parts = address.AbsolutePath.Trim('/').Split('/');
        var isSecret = parts is ["secrets", _] or ["secrets", _, _] && parts.All(part => part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
        return Array.Exists(VaultDomains, domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && address.IdnHost.Length > domain.Length)
            && isSecret && address is { UserInfo: "", Query: "", Fragment: "", IsDefaultPort: true }
            ? (new InVault(new Uri(address.GetLeftPart(UriPartial.Authority)), parts[1], parts.ElementAtOrDefault(2)), null)
            : (null, "is no address of a secret in a vault; write https://{vault}.vault.azure.net/secrets/{name} or with /{version} behind it.");
    }
}
