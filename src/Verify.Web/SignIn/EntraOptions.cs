using System.Collections.Immutable;

namespace Verify.Web.SignIn;

/// <summary>
/// Sign-in by one directory of Microsoft Entra ID: the platform in front of the desk signs people in and hands on their ID token, programs
/// send an access token. Both are checked here.
/// </summary>
public sealed record EntraOptions
{
    /// <summary>The directory (tenant): a GUID, not a domain and not <c>common</c>, for one desk belongs to one directory.</summary>
    public required string TenantId { get; init; }

    /// <summary>The app registration of the desk: a GUID.</summary>
    public required string ClientId { get; init; }

    /// <summary>The sign-in service of the cloud that the directory is in.</summary>
    public string Instance { get; init; } = "https://login.microsoftonline.com/";

    /// <summary>Audiences that are taken beside the client id and <c>api://{client id}</c>: an Application ID URI of another form.</summary>
    public ImmutableArray<string> Audiences { get; init; } = [];

    /// <summary>Where a test keeps the directory's metadata; it may be spoken to without TLS.</summary>
    internal string? MetadataAddress { get; init; }

    internal string Tenant => Guid.Parse(TenantId).ToString();

    /// <summary>Of ID tokens and of access tokens of version 2.0.</summary>
    internal string Issuer => $"{Instance.TrimEnd('/')}/{Tenant}/v2.0";

    /// <summary>Of access tokens of version 1.0, which a registration asks for unless it says otherwise.</summary>
    internal string FirstIssuer => $"https://sts.windows.net/{Tenant}/";

    internal ImmutableArray<string> AllAudiences => [ClientId, $"api://{ClientId}", .. Audiences];

    internal string Metadata => MetadataAddress ?? $"{Issuer}/.well-known/openid-configuration";

    /// <exception cref="ArgumentException">A setting is missing or cannot work; the message names it.</exception>
    public EntraOptions Checked()
    {
        if (!Guid.TryParseExact(TenantId, "D", out _))
            throw new ArgumentException($"{nameof(TenantId)} is \"{TenantId}\"; it is the directory's id, a GUID: not a domain, and not \"common\".");
        if (!Guid.TryParseExact(ClientId, "D", out _))
            throw new ArgumentException($"{nameof(ClientId)} is \"{ClientId}\"; it is the id of the desk's app registration, a GUID.");
        if (!Uri.TryCreate(Instance, UriKind.Absolute, out var instance) || instance.Scheme != Uri.UriSchemeHttps
            || instance.PathAndQuery != "/" || instance.UserInfo.Length > 0 || instance.Fragment.Length > 0)
            throw new ArgumentException($"{nameof(Instance)} is \"{Instance}\"; it is an https address with a host alone.");
        if (Audiences.IsDefault || Audiences.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException($"{nameof(Audiences)} holds an empty entry: leave it out.");
        return this;
    }
}
