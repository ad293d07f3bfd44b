namespace Verify.Ingestion.Formats;

/// <summary>Where a text-like input begins.</summary>
static class FirstBytes
{
    /// <summary>The bytes from the first one that is neither part of a UTF-8 byte-order mark nor ASCII white space.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        return bytes.TrimStart(" \t\r\n\f"u8);
    }
}
