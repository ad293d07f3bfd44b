using System.Collections.Frozen;
using Verify.Hosting.Settings;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;

namespace Verify.Hosting.Notices;

/// <summary>Carries notices by the ways that the settings name.</summary>
/// <param name="settings">With their secrets.</param>
sealed class PostOffice(NoticeSettings settings, TimeProvider clock) : IPostOffice, IDisposable
{
    static readonly Posted NoWay = new Posted.Failed("the settings name no such way");

    readonly FrozenDictionary<string, WebhookEndpoint> webhooks = settings.Webhooks.ToFrozenDictionary(webhook => webhook.Name, StringComparer.Ordinal);
    readonly WebhookSender http = new(clock);
    readonly MailSender? mail = settings.Mail is null ? null : new(settings.Mail, clock);

    public Task<Posted> PostAsync(string webhook, Notice notice, CancellationToken cancel) =>
        webhooks.TryGetValue(webhook, out var endpoint) ? http.PostAsync(endpoint, notice, cancel) : Task.FromResult(NoWay);

    public Task<Posted> MailAsync(NoticeMail letter, CancellationToken cancel) => mail?.SendAsync(letter, cancel) ?? Task.FromResult(NoWay);

    public void Dispose() => http.Dispose();
}
