using System.Net.Sockets;

namespace Verify.Ingestion.Fetching;

/// <summary>
/// A connection that ends after so many bytes, whatever they are: headers without end, interim answers, compressed data that unpacks to
/// nothing. Only what is read counts.
/// </summary>
sealed class Wire(Socket socket, long most) : NetworkStream(socket, ownsSocket: true)
{
    long left = most;

    public override int Read(Span<byte> buffer) => Count(base.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Count(base.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await base.ReadAsync(buffer, cancellationToken));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Count(await base.ReadAsync(buffer.AsMemory(offset, count), cancellationToken));

    int Count(int read) => (left -= read) >= 0 ? read : throw new WireException();
}

/// <summary>More came than is ever taken.</summary>
sealed class WireException() : IOException("More bytes came than are taken.");
