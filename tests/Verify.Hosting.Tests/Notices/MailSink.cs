using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Verify.Hosting.Tests.Notices;

/// <summary>A mail server on this machine that keeps what it is given, and answers as a test wants.</summary>
sealed class MailSink : MessageStore, IMailboxFilter, IUserAuthenticator, IAsyncDisposable
{
    public const string User = "desk";
    public const string Password = "a long password";

    readonly CancellationTokenSource stop = new();
    readonly X509Certificate2 certificate = SelfSigned();
    Task running = Task.CompletedTask;

    public int Port { get; private set; }

    public ConcurrentQueue<string> Messages { get; } = [];

    public ConcurrentQueue<(string From, string To, bool IsSecure)> Envelopes { get; } = [];

    public Func<SmtpResponse> Answers { get; set; } = () => SmtpResponse.Ok;

    public bool TakesReceiver { get; set; } = true;

    public static MailSink Start(bool offersTls = true, bool isTls = false, bool asksForPassword = false)
    {
        var sink = new MailSink { Port = FreePort() };
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, sink.Port)).IsSecure(isTls).AllowUnsecureAuthentication(false).AuthenticationRequired(asksForPassword);
            if (offersTls) endpoint.Certificate(sink.certificate);
        }).Build();
        var services = new ServiceProvider();
        services.Add((IMessageStore)sink);
        services.Add((IMailboxFilter)sink);
        services.Add((IUserAuthenticator)sink);
        sink.running = new SmtpServer.SmtpServer(options, services).StartAsync(sink.stop.Token);
        return sink;
    }

    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var answer = Answers();
        if (answer == SmtpResponse.Ok)
        {
            Messages.Enqueue(Encoding.UTF8.GetString(buffer.ToArray()));
            foreach (var to in transaction.To) Envelopes.Enqueue((transaction.From.AsAddress(), to.AsAddress(), context.Pipe!.IsSecure));
        }
        return Task.FromResult(answer);
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) => Task.FromResult(TakesReceiver);

    public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
        Task.FromResult((user, password) == (User, Password));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
        stop.Dispose();
        certificate.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
