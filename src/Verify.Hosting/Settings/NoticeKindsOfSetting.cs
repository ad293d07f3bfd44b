using Verify.Workflow.Notices.People;

namespace Verify.Hosting.Settings;

/// <summary>The kinds of value that the settings of notices take.</summary>
static class NoticeKindsOfSetting
{
    public static Kind<WebhookEndpoint> Webhook { get; } = new(
        WebhookEndpoint.Takes,
        text => WebhookEndpoint.TryParse(text, out var endpoint, out var wrong) ? endpoint : Parsed<WebhookEndpoint>.Not(wrong),
        WebhookEndpoint.Shown);

    public static Kind<MailSecurity> Security { get; } = new(
        "startTls, tls or none",
        text => text switch
        {
            "startTls" => MailSecurity.StartTls,
            "tls" => MailSecurity.Tls,
            "none" => MailSecurity.None,
            _ => default(Parsed<MailSecurity>?),
        });

    public static Kind<string> Server { get; } = new(
        "a host name without a port, as smtp.example.org",
        text => !text.StartsWith('*') && Addresses.IsHostName(text) ? text : default(Parsed<string>?));

    public static Kind<string> Address { get; } = new(
        "a mail address, as desk@example.org", text => MailAddress.IsValid(text) ? text : default(Parsed<string>?));
}
