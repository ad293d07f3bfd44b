using Microsoft.Extensions.Time.Testing;
using MimeKit;
using SmtpServer.Protocol;
using Verify.Hosting.Notices;
using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;

namespace Verify.Hosting.Tests.Notices;

/// <summary>Mail through a server that is really spoken to.</summary>
public sealed class MailTests
{
    static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    readonly FakeTimeProvider clock = new(Noon);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static NoticeMail Mail(string subject = "2 klaim baru menunggu peninjau", string text = "“lebih dari 40 jembatan – rusak”\n.\nSelesai\n") =>
        new("ani@example.org", "0123", subject, text, "https://desk.example.org/?notifications");

    Task<Posted> SendAsync(MailSink sink, MailSecurity security, string? user = null, string? password = null, bool isTrusted = true, NoticeMail? mail = null) => new MailSender(
        new("127.0.0.1", sink.Port, security, user, password is null ? null : new Secret(new SecretReference.InVariable("P"), password), "desk@news.example"), clock,
        isTrusted ? (_, _, _, _) => true : null).SendAsync(mail ?? Mail(), Cancel);

    [Theory]
    [InlineData(MailSecurity.StartTls, false)]
    [InlineData(MailSecurity.Tls, true)]
    public async Task A_mail_goes_over_tls_signed_in_and_arrives_as_it_was_written(MailSecurity security, bool isTls)
    {
        await using var sink = MailSink.Start(isTls: isTls, asksForPassword: true);
        Assert.IsType<Posted.Done>(await SendAsync(sink, security, MailSink.User, MailSink.Password));
        Assert.Equal(("desk@news.example", "ani@example.org", true), Assert.Single(sink.Envelopes));
        var message = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(sink.Messages))), Cancel);
        Assert.Equal(("2 klaim baru menunggu peninjau", "0123@news.example", Noon), (message.Subject, message.MessageId, message.Date));
        Assert.Equal(Mail().Text.TrimEnd(), message.TextBody!.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd());
        Assert.Equal(("auto-generated", "<https://desk.example.org/?notifications>"), (message.Headers["Auto-Submitted"], message.Headers["List-Unsubscribe"]));
        Assert.Equal("text/plain", message.Body!.ContentType.MimeType);
    }

    /// <summary>A server that offers TLS or not, the way that the settings say, the password, whether its certificate is trusted, and what comes of it.</summary>
    public static TheoryData<bool, MailSecurity, string?, bool, string> Ways { get; } = new()
    {
        { false, MailSecurity.None, null, true, "done" },
        { false, MailSecurity.StartTls, null, true, "failed the mail server offers no STARTTLS" },
        { false, MailSecurity.Tls, null, true, "failed no TLS came about" },
        { true, MailSecurity.StartTls, null, false, "failed no TLS came about with the mail server, or its certificate is not trusted" },
        { true, MailSecurity.StartTls, "wrong", true, "failed the mail server does not take the desk's name and password" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_mail_goes_in_the_open_unless_the_settings_say_so(bool offersTls, MailSecurity security, string? password, bool isTrusted, string comesOf)
    {
        await using var sink = MailSink.Start(offersTls, asksForPassword: password is not null);
        var posted = await SendAsync(sink, security, password is null ? null : MailSink.User, password, isTrusted);
        Assert.StartsWith(comesOf, Said(posted), StringComparison.Ordinal);
        Assert.Equal(comesOf == "done" ? 1 : 0, sink.Messages.Count);
    }

    [Fact]
    public async Task A_server_that_asks_for_a_name_where_the_settings_give_none_is_a_failure()
    {
        await using var sink = MailSink.Start(asksForPassword: true);
        Assert.Equal("failed the mail server wants the desk to sign in, and the settings name nobody", Said(await SendAsync(sink, MailSecurity.StartTls)));
    }

    [Fact]
    public async Task A_receiver_that_is_not_known_there_is_final_a_server_that_is_busy_is_not()
    {
        await using var sink = MailSink.Start();
        sink.TakesReceiver = false;
        Assert.Equal("refused the mail server refused it (550)", Said(await SendAsync(sink, MailSecurity.StartTls)));
        sink.TakesReceiver = true;
        sink.Answers = () => new(SmtpReplyCode.InsufficientStorage, "not now, ani@example.org");
        Assert.Equal("failed the mail server answered 452", Said(await SendAsync(sink, MailSecurity.StartTls)));
        sink.Answers = () => new(SmtpReplyCode.TransactionFailed, "ani@example.org is full of spam");
        Assert.Equal("refused the mail server refused it (554)", Said(await SendAsync(sink, MailSecurity.StartTls)));
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_says_nothing_is_a_failure()
    {
        var sink = MailSink.Start();
        await sink.DisposeAsync();
        Assert.StartsWith("failed the mail server could not be spoken to", Said(await SendAsync(sink, MailSecurity.StartTls)), StringComparison.Ordinal);

        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        var sending = new MailSender(new("127.0.0.1", port, MailSecurity.StartTls, null, null, "desk@news.example"), clock).SendAsync(Mail(), Cancel);
        using var asked = await silent.AcceptTcpClientAsync(Cancel);
        clock.Advance(MailSender.Longest);
        Assert.Equal("failed the mail server did not take it within 30 seconds", Said(await sending));
    }

    [Fact]
    public async Task Words_make_no_headers()
    {
        await using var sink = MailSink.Start();
        await SendAsync(sink, MailSecurity.StartTls, mail: Mail("Jembatan\r\nBcc: all@example.org", "From: x\r\n\r\n.\r\nRCPT TO:<all@example.org>\r\n"));
        Assert.Equal("ani@example.org", Assert.Single(sink.Envelopes).To);
        var message = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(sink.Messages))), Cancel);
        Assert.Empty(message.Bcc);
        Assert.Equal("desk@news.example", message.From.Mailboxes.Single().Address);
    }

    static string Said(Posted posted) => posted switch
    {
        Posted.Failed failed => $"failed {failed.Problem}",
        Posted.Refused refused => $"refused {refused.Problem}",
        _ => "done",
    };
}
