using System.Buffers;
using Microsoft.AspNetCore.Http;
using Verify.Workflow;

namespace Verify.Web.Endpoints;

static class RequestBody
{
    /// <summary>The whole body, or a refusal once it turns out to be longer than allowed: no more than that is ever held.</summary>
    public static async Task<Answer<ReadOnlyMemory<byte>>> ReadAsync(HttpRequest request, int most, CancellationToken cancel)
    {
        if (request.ContentLength > most) return TooLarge(most);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancel);
            if (read.Buffer.Length > most)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return TooLarge(most);
            }
            if (read.IsCompleted)
            {
                ReadOnlyMemory<byte> whole = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return whole;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static Refusal TooLarge(int most) => new(
        RefusalKind.TooLarge, "bodyTooLarge",
        FormattableString.Invariant($"The request's body is larger than the {most} bytes that this desk takes. Send a smaller article, or split it."));
}
