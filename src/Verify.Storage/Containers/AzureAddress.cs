using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage;
using Azure.Storage.Blobs;

namespace Verify.Storage.Containers;

/// <summary>A container's address taken apart: which service, which container, and how to sign in there.</summary>
internal sealed record AzureAddress(Uri Service, string Container, string Sas)
{
    public const string Example = "Write a container's address as https://account.blob.core.windows.net/verify.";

    // Published with the emulator, the same for everyone: it opens nothing but an emulator on one's own machine.
    public const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    bool IsEmulator => Service.Scheme == Uri.UriSchemeHttp;

    /// <summary>False with a sentence that says what is wrong; a SAS is never part of it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AzureAddress? address, [NotNullWhen(false)] out string? error)
    {
        (address, error) = (null, null);
        var shown = text.Split('?')[0];
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
            error = $"{shown} is no address. {Example}";
        else if (uri.UserInfo.Length > 0)
            error = $"An address holds no user name or password. {Example}";
        else if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            error = $"{shown}: only https is spoken with a store elsewhere, and http with an emulator on this machine. {Example}";
        else
            (address, error) = Split(uri, shown);
        return address is not null;
    }

    static (AzureAddress? Address, string? Error) Split(Uri uri, string shown)
    {
        var isEmulator = uri.Scheme == Uri.UriSchemeHttp;
        var path = uri.AbsolutePath.Trim('/').Split('/');
        if (path.Length != (isEmulator ? 2 : 1) || path.Any(part => part.Length == 0))
            return (null, isEmulator
                ? $"{shown}: an emulator's address names account and container, as http://127.0.0.1:10000/devstoreaccount1/verify."
                : $"{shown}: the address names one container behind the host. {Example}");
        if (!AzureContainers.IsName(path[^1]))
            return (null, $"{shown}: \"{path[^1]}\" is no container name: {AzureContainers.NameRule}");
        var account = isEmulator ? "/" + path[0] : "";
        return (new AzureAddress(new Uri(uri.GetLeftPart(UriPartial.Authority) + account), path[^1], uri.Query), null);
    }

    /// <summary>A sentence when two stores share a container: one that is named after a part of the other counts too.</summary>
    public static string? WhyNotApart(string one, string other) =>
        TryParse(one, out var first, out _) && TryParse(other, out var second, out _) && first.IsBeside(second)
        && AzureContainers.All(first.Container).Intersect(AzureContainers.All(second.Container), StringComparer.Ordinal).FirstOrDefault() is { } shared
            ? $"{first} and {second} share the container {shared}. Choose another container."
            : null;

    // The emulator has several names on this machine.
    bool IsBeside(AzureAddress other) =>
        Service.Port == other.Service.Port && Service.AbsolutePath == other.Service.AbsolutePath
        && (Service.IsLoopback ? other.Service.IsLoopback : string.Equals(Service.Host, other.Service.Host, StringComparison.OrdinalIgnoreCase));

    /// <param name="transport">In place of the network, for tests that lose answers on the way.</param>
    /// <param name="patience">How long an answer is waited for, where not as long as the client does by itself.</param>
    /// <param name="retries">Of questions. What changes something is never asked twice.</param>
    public AzureBlobs Open(HttpPipelineTransport? transport = null, TimeSpan? patience = null, int retries = 3)
    {
        var identity = Identity();
        return new AzureBlobs(Containers(retries), Containers(0));

        AzureContainers Containers(int tries)
        {
            var options = new BlobClientOptions { Retry = { MaxRetries = tries } };
            options.Transport = transport ?? options.Transport;
            options.Retry.NetworkTimeout = patience ?? options.Retry.NetworkTimeout;
            return new AzureContainers(Connect(identity, options), Container);
        }
    }

    /// <summary>The drop container beside the main one.</summary>
    public AzureInbox OpenInbox() =>
        new(new AzureContainers(Connect(Identity(), new BlobClientOptions { TrimBlobNameSlashes = false }), Container).Inbox);

    TokenCredential? Identity() => Sas.Length > 0 || IsEmulator ? null : new DefaultAzureCredential();

    BlobServiceClient Connect(TokenCredential? identity, BlobClientOptions options) =>
        identity is not null ? new BlobServiceClient(Service, identity, options)
        : Sas.Length > 0 ? new BlobServiceClient(new Uri(Service + Sas), options)
        : new BlobServiceClient(Service, new StorageSharedKeyCredential(Service.AbsolutePath.Trim('/'), EmulatorKey), options);

    /// <summary>Without the SAS, which is a secret.</summary>
    public override string ToString() => $"{Service.ToString().TrimEnd('/')}/{Container}";
}
