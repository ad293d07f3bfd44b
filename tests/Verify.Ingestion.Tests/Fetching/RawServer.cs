using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Verify.Ingestion.Tests.Fetching;

/// <summary>What a client sent before its first empty line.</summary>
sealed record Head(string Text)
{
    public string Path => Text.Split(' ')[1];

    public IEnumerable<string> Names => Text.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(':')[0]);

    public string? Value(string name) =>
        Text.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}

/// <summary>A server on this machine that writes to each connection what the test says, valid HTTP or not, and then hangs up.</summary>
sealed class RawServer : IAsyncDisposable
{
    readonly TcpListener listener;
    readonly Func<Head, Stream, CancellationToken, Task> answer;
    readonly SslServerAuthenticationOptions? tls;
    readonly bool speaksFirst;
    readonly CancellationTokenSource stopping = new();
    readonly Lock gate = new();
    readonly List<Head> heads = [];
    readonly List<Task> connections = [];
    readonly Task accepting;
    int connected;

    /// <param name="speaksFirst">Answers before it is asked anything; the head is then empty.</param>
    public RawServer(Func<Head, Stream, CancellationToken, Task> answer, SslServerAuthenticationOptions? tls = null, bool speaksFirst = false)
    {
        (this.answer, this.tls, this.speaksFirst) = (answer, tls, speaksFirst);
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Says the same to everybody.</summary>
    public RawServer(string answer)
        : this((_, to, cancel) => to.WriteAsync(Latin(answer), cancel).AsTask())
    {
    }

    public IPEndPoint EndPoint => (IPEndPoint)listener.LocalEndpoint;

    /// <summary>Where it stands, without a slash at the end.</summary>
    public string Address => $"{(tls is null ? "http" : "https")}://{EndPoint}";

    public IReadOnlyList<Head> Heads
    {
        get
        {
            lock (gate) return [.. heads];
        }
    }

    public int Connected => Volatile.Read(ref connected);

    public static string Page(string content, string type = "text/plain", string more = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {content.Length}\r\n{more}\r\n{content}";

    public static string Status(int status, string more = "") => $"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n{more}\r\n";

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        Task[] open;
        lock (gate) open = [.. connections];
        await Task.WhenAll(open);
        stopping.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref connected);
                lock (gate) connections.Add(ServeAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                if (tls is not null)
                {
                    var secured = new SslStream(stream);
                    await secured.AuthenticateAsServerAsync(tls, stopping.Token);
                    stream = secured;
                }
                var head = speaksFirst ? new Head("") : await ReadHeadAsync(stream);
                lock (gate) heads.Add(head);
                await answer(head, stream, stopping.Token);
                await stream.FlushAsync(stopping.Token);
                client.Client.Shutdown(SocketShutdown.Send);
                // Until the other side hangs up: a server that resets what it sent proves nothing.
                while (await stream.ReadAsync(new byte[1024], stopping.Token) > 0) { }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The client had enough.
            }
        }
    }

    async Task<Head> ReadHeadAsync(Stream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!(bytes.Count >= 4 && bytes[^4..] is [13, 10, 13, 10]))
        {
            if (await stream.ReadAsync(one, stopping.Token) == 0) throw new IOException("gone");
            bytes.Add(one[0]);
        }
        return new(Encoding.Latin1.GetString([.. bytes]));
    }
}
