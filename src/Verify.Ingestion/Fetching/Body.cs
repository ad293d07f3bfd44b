using System.Buffers;

namespace Verify.Ingestion.Fetching;

/// <summary>The bytes of an answer, decompressed: never more than a bound is held, whatever the answer says of itself.</summary>
sealed record Body(ReadOnlyMemory<byte> Bytes)
{
    const int Portion = 32 * 1024;

    public static async Task<Passed<Body>> ReadAsync(HttpContent content, int most, Uri address, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > most) return FetchProblems.TooLarge(address, most);
        await using var stream = await content.ReadAsStreamAsync(cancel);
        var bytes = new ArrayBufferWriter<byte>(Portion);
        while (true)
        {
            var read = await ReadAsync(stream, bytes.GetMemory(Portion), cancel);
            if (read == 0) return new Body(bytes.WrittenMemory);
            bytes.Advance(read);
            if (bytes.WrittenCount > most) return FetchProblems.TooLarge(address, most);
        }
    }

    static async Task<int> ReadAsync(Stream stream, Memory<byte> portion, CancellationToken cancel)
    {
        try
        {
            return await stream.ReadAsync(portion, cancel);
        }
        catch (InvalidOperationException broken)
        {
            throw new InvalidDataException(broken.Message, broken); // Brotli's way to say what the others say so
        }
    }
}
