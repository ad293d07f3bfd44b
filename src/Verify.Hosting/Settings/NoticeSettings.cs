using System.Collections.Immutable;
using Verify.Hosting.Notices;
using Verify.Hosting.Secrets;
using Verify.Workflow.Notices;

namespace Verify.Hosting.Settings;

/// <summary>Who is told of what, and by which way.</summary>
/// <param name="Mail">Null where the desk sends none.</param>
/// <param name="DeskAddress">Null for notices without links.</param>
public sealed record NoticeSettings(ImmutableArray<WebhookEndpoint> Webhooks, TimeSpan DigestEvery, Uri? DeskAddress, MailSettings? Mail)
{
    public NoticeOptions Options => new()
    {
        Webhooks = [.. Webhooks.Select(webhook => new WebhookReceiver(webhook.Name, webhook.Kinds, webhook.Language))],
        HasMail = Mail is not null,
        DigestEvery = DigestEvery,
        DeskAddress = DeskAddress?.AbsoluteUri.TrimEnd('/'),
    };

    internal async Task<NoticeSettings> WithSecretsAsync(SecretReading reading, CancellationToken cancel)
    {
        var webhooks = ImmutableArray.CreateBuilder<WebhookEndpoint>();
        foreach (var webhook in Webhooks)
        {
            var secrets = ImmutableArray.CreateBuilder<Secret>();
            foreach (var secret in webhook.Secrets)
                if (await reading.ReadAsync(KnownSettings.Webhooks, secret, WebhookSecret.WhyNot, cancel) is { } read) secrets.Add(read);
            var address = await reading.ReadAsync(KnownSettings.Webhooks, webhook.AddressSecret, WebhookEndpoint.WhyNoAddress, cancel);
            webhooks.Add(webhook with { Secrets = secrets.ToImmutable(), AddressSecret = address });
        }
        var mail = Mail is null ? null : Mail with { Password = await reading.ReadAsync(KnownSettings.MailPassword, Mail.Password, _ => null, cancel) };
        return this with { Webhooks = webhooks.ToImmutable(), Mail = mail };
    }
}

/// <summary>The mail server that notices go through.</summary>
/// <param name="User">Null where it asks for none.</param>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string? User, Secret? Password, string From);

/// <summary>How the way to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>It begins in the open and is not gone on with unless it becomes TLS.</summary>
    StartTls,

    /// <summary>TLS from the start.</summary>
    Tls,

    /// <summary>Not at all: for a server on this machine.</summary>
    None,
}
