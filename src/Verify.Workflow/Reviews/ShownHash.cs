using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Verify.Workflow.Reviews;

/// <summary>The hash of what a reviewer is shown: article text, span, reading, extractor version. Leases and other people's decisions do not enter it.</summary>
static class ShownHash
{
    const int Length = 32;

    public static byte[] OfText(string text) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(text, WorkflowJson.Stored.String));

    /// <summary>32 lower-case hex digits.</summary>
    public static string Of(ReadOnlySpan<byte> textHash, string extractor, Reading reading)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(textHash);
        hash.AppendData(Encoding.UTF8.GetBytes($"\n{extractor}\n"));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(reading, WorkflowJson.Stored.Reading));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
