using System.Globalization;
using System.Net;
using Verify.Hosting.Secrets;

namespace Verify.Hosting.Settings;

/// <summary>Binds the settings of notices to their place.</summary>
static class NoticeReading
{
    /// <param name="port">Where this machine serves the desk; null where it is not known.</param>
    public static NoticeSettings Read(SettingsReader reader, int? port)
    {
        var webhooks = reader.Get(KnownSettings.Webhooks);
        if (webhooks.IsDefault) webhooks = [];
        foreach (var twice in webhooks.GroupBy(webhook => webhook.Name).Where(same => same.Count() > 1))
            reader.Wrong(KnownSettings.Webhooks, $"names {twice.Key} twice. Give each a name of its own: what waits for it is kept under it.");
        return new(webhooks, reader.Get(KnownSettings.DigestEvery), DeskAddress(reader, port), Mail(reader));
    }

    static Uri? DeskAddress(SettingsReader reader, int? port) => reader.Find(KnownSettings.DeskAddress)
        ?? (port is > 0 and var here ? new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{here}")) : null);

    static MailSettings? Mail(SettingsReader reader)
    {
        if (reader.Find(KnownSettings.MailHost) is not { } server)
        {
            foreach (var alone in KnownSettings.Mail)
                if (reader.IsGiven(alone)) reader.Wrong(alone, $"is given without {KnownSettings.MailHost.FullName}. Give it too, or take this out.");
            return null;
        }
        var from = reader.Need(KnownSettings.MailFrom, $"Notices by mail come from somebody; or take {KnownSettings.MailHost.FullName} out.");
        var (user, password) = (reader.Find(KnownSettings.MailUser), reader.Find(KnownSettings.MailPassword));
        if (reader.IsGiven(KnownSettings.MailUser) != reader.IsGiven(KnownSettings.MailPassword))
            reader.Wrong(KnownSettings.MailUser, $"and {KnownSettings.MailPassword.FullName} go together. Give both, or neither for a server that asks for none.");
        var security = reader.Get(KnownSettings.MailSecurity);
        if (security == MailSecurity.None && !IsThisMachine(server))
            reader.Wrong(KnownSettings.MailSecurity, "is none, and the server is not this machine: names and addresses would go in the open. Take startTls or tls.");
        return new(server, reader.Get(KnownSettings.MailPort), security, user, password is null ? null : new Secret(password), from);
    }

    static bool IsThisMachine(string server) =>
        server == "localhost" || (IPAddress.TryParse(server.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
