using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Hosting.Tests.Settings;
using Verify.Workflow.Notices;

namespace Verify.Hosting.Tests.Notices;

/// <summary>How receivers are named in the settings.</summary>
public sealed class NoticeSettingsTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Receivers_arrive()
    {
        var notices = Configured.Read(
            "Notices:Webhooks:0=newsroom https://example.org/a,b secret=env:NEW secret=file:/run/old tells=disagreement+publication language=id", "Notices:Webhooks:1=chat env:SLACK_URL as=slack",
            "Notices:Webhooks:2=local http://127.0.0.1:9000/x as=teams", "Notices:DigestEvery=00:15:00", "Notices:DeskAddress=https://desk.example.org/",
            "Notices:Mail:Host=smtp.example.org", "Notices:Mail:From=desk@example.org", "Notices:Mail:User=desk", "Notices:Mail:Password=env:SMTP_PASSWORD", "Notices:Mail:Security=tls", "Notices:Mail:Port=465").Notices;
        Assert.Equal(["newsroom", "chat", "local"], notices.Webhooks.Select(webhook => webhook.Name));
        Assert.Equal(["env:NEW", "file:/run/old"], notices.Webhooks[0].Secrets.Select(secret => secret.ToString()));
        Assert.Equal([NoticeKind.Disagreement, NoticeKind.Publication], notices.Webhooks[0].Kinds);
        Assert.Equal((NoticeLanguage.Id, NoticeLanguage.En), (notices.Webhooks[0].Language, notices.Webhooks[1].Language));
        Assert.Equal((WebhookShape.Plain, WebhookShape.Slack, WebhookShape.Teams), (notices.Webhooks[0].Shape, notices.Webhooks[1].Shape, notices.Webhooks[2].Shape));
        Assert.Equal("env:SLACK_URL", notices.Webhooks[1].AddressSecret!.ToString());
        Assert.Equal(("smtp.example.org", 465, MailSecurity.Tls, "desk", "desk@example.org"), (notices.Mail!.Host, notices.Mail.Port, notices.Mail.Security, notices.Mail.User, notices.Mail.From));
        var options = notices.Options;
        Assert.Equal((true, TimeSpan.FromMinutes(15), "https://desk.example.org"), (options.HasMail, options.DigestEvery, options.DeskAddress));
        Assert.Equal("http://127.0.0.1:5090", Configured.Read("Port=5090").Notices.Options.DeskAddress);
        Assert.Empty(Configured.Read().Notices.Options.Webhooks);
    }

    public static TheoryData<string, string[]> Wrong => new()
    {
        { "Verify:Notices:Webhooks holds an item that does not begin with a name", ["Notices:Webhooks=https://example.org/a"] },
        { "Verify:Notices:Webhooks holds an item that (a) has no https address behind its name", ["Notices:Webhooks=a http://example.org/secret-path secret=env:S"] },
        { "Verify:Notices:Webhooks holds an item that (a) has no secret to sign with", ["Notices:Webhooks=a https://example.org/x"] },
        { "Verify:Notices:Webhooks holds an item that (a) holds a value itself, and a secret is never written into the settings", ["Notices:Webhooks=a https://example.org/x secret=whsec_AAAA"] },
        { "Verify:Notices:Webhooks holds an item that (a) holds a word that it cannot: tells", ["Notices:Webhooks=a https://example.org/x secret=env:S tells=gossip"] },
        { "Verify:Notices:Webhooks holds an item that (a) holds a word that it cannot: as", ["Notices:Webhooks=a https://example.org/x as=irc"] },
        { "Verify:Notices:Webhooks names a twice.", ["Notices:Webhooks=a https://example.org/x as=slack,a https://example.org/y as=slack"] },
        { "Verify:Notices:DigestEvery is \"00:00:10\"; it takes a duration from 00:01:00", ["Notices:DigestEvery=00:00:10"] },
        { "Verify:Notices:Mail:Host is \"*.example.org\"; it takes a host name without a port, as smtp.example.org.", ["Notices:Mail:Host=*.example.org"] },
        { "Verify:Notices:Mail:From is given without Verify:Notices:Mail:Host.", ["Notices:Mail:From=desk@example.org"] },
        { "Verify:Notices:Mail:From is missing.", ["Notices:Mail:Host=smtp.example.org"] },
        { "Verify:Notices:Mail:From is \"desk\"; it takes a mail address", ["Notices:Mail:Host=smtp.example.org", "Notices:Mail:From=desk"] },
        { "Verify:Notices:Mail:User and Verify:Notices:Mail:Password go together.", ["Notices:Mail:Host=smtp.example.org", "Notices:Mail:From=desk@example.org", "Notices:Mail:User=desk"] },
        { "Verify:Notices:Mail:Security is none, and the server is not this machine", ["Notices:Mail:Host=smtp.example.org", "Notices:Mail:From=desk@example.org", "Notices:Mail:Security=none"] },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named_with_the_way_out_and_no_address(string says, string[] lines)
    {
        var problem = Assert.Single(Configured.Refused(Configured.With(lines)).Problems);
        Assert.StartsWith(says, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-path", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_settings_shows_where_a_webhook_leads_and_not_its_path()
    {
        var shown = SettingRow.All(Configured.With("Notices:Webhooks=chat https://hooks.example.org/services/T1/SECRET as=slack,b env:URL as=teams")).Single(row => row.Setting.Name == "Notices:Webhooks").Value;
        Assert.Equal("chat https://hooks.example.org/…, b env:URL", shown);
    }

    [Fact]
    public async Task Secrets_and_secret_addresses_are_read_once_and_checked()
    {
        var settings = Configured.Read("Notices:Webhooks=a env:URL secret=env:S,b https://example.org/x secret=env:SHORT");
        var read = await Assert.ThrowsAsync<SettingsException>(() => settings.WithSecretsAsync(new Places(new() { ["URL"] = "http://example.org/x", ["S"] = "whsec_" + Convert.ToBase64String(new byte[24]), ["SHORT"] = "AAAA" }), Cancel));
        Assert.Equal(
            [
                "Verify:Notices:Webhooks: what env:URL holds is no https address.",
                "Verify:Notices:Webhooks: what env:SHORT holds has 3 bytes; it has 24 to 64. Make one with: echo whsec_$(openssl rand -base64 32)",
            ],
            read.Problems);
    }

    sealed class Places(Dictionary<string, string> variables) : ISecrets
    {
        public Task<string> ReadAsync(SecretReference reference, CancellationToken cancel = default) => Task.FromResult(variables[((SecretReference.InVariable)reference).Name]);
    }
}
