using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Verify.Hosting.Settings;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;

namespace Verify.Hosting.Notices;

/// <summary>Hands mails to the mail server of the settings. What a server says may hold an address, so of its words only the number is told.</summary>
/// <param name="trust">In place of the machine's own trust in certificates, for tests.</param>
sealed class MailSender(MailSettings settings, TimeProvider clock, System.Net.Security.RemoteCertificateValidationCallback? trust = null)
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public async Task<Posted> SendAsync(NoticeMail mail, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        try
        {
            await SendAsync(Message(mail), either.Token);
            return new Posted.Done();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Posted.Failed(string.Create(CultureInfo.InvariantCulture, $"the mail server did not take it within {Longest.TotalSeconds} seconds"));
        }
        catch (SmtpCommandException answered) when (IsFinal(answered))
        {
            return new Posted.Refused($"the mail server refused it ({Number(answered)})");
        }
        catch (Exception failed) when (Why(failed) is { } why)
        {
            return new Posted.Failed(why);
        }
    }

    async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        using var smtp = new SmtpClient { Timeout = (int)Longest.TotalMilliseconds, ServerCertificateValidationCallback = trust };
        await smtp.ConnectAsync(settings.Host.Trim('[', ']'), settings.Port, settings.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls, // which fails where the server offers none
        }, cancel);
        if (settings.User is { } user) await smtp.AuthenticateAsync(user, settings.Password!.Text, cancel);
        await smtp.SendAsync(message, cancel);
        try
        {
            await smtp.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception late) when (late is IOException or ProtocolException or CommandException or SocketException or OperationCanceledException)
        {
            // It was taken; how the server says goodbye changes nothing.
        }
    }

    MimeMessage Message(NoticeMail mail)
    {
        var from = new MailboxAddress("Verify", settings.From);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = clock.GetUtcNow(),
            MessageId = $"{mail.Id}@{settings.From[(settings.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
            Body = new TextPart("plain") { Text = mail.Text },
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(null, mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated"); // so that no holiday answer comes back
        if (mail.Change is { } page) message.Headers.Add("List-Unsubscribe", $"<{page}>");
        return message;
    }

    /// <summary>The receiver will not take it, now or later.</summary>
    static bool IsFinal(SmtpCommandException answered) =>
        (int)answered.StatusCode >= 500 && answered.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;

    static string? Why(Exception failed) => failed switch
    {
        SmtpCommandException answered => $"the mail server answered {Number(answered)}",
        ServiceNotAuthenticatedException => "the mail server wants the desk to sign in, and the settings name nobody",
        AuthenticationException => "the mail server does not take the desk's name and password",
        SslHandshakeException => "no TLS came about with the mail server, or its certificate is not trusted",
        NotSupportedException => "the mail server offers no STARTTLS, or no way to sign in that the desk knows",
        ServiceNotConnectedException or SocketException or IOException or ProtocolException or TimeoutException => $"the mail server could not be spoken to ({failed.GetType().Name})",
        _ => null,
    };

    static string Number(SmtpCommandException answered) => ((int)answered.StatusCode).ToString(CultureInfo.InvariantCulture);
}
