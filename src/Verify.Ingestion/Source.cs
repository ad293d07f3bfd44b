namespace Verify.Ingestion;

/// <summary>Bytes to read, and what their sender said of them.</summary>
/// <param name="Name">How messages call it: the quoted file name, or "The input".</param>
/// <param name="Charset">The charset parameter of the declared media type; null where none was declared.</param>
sealed record Source(ReadOnlyMemory<byte> Bytes, string Name, string? Charset = null)
{
    const int LongestName = 80;

    /// <summary>A name fit for a message: the last part of the path, printable, of bounded length.</summary>
    public static string NameOf(string? fileName)
    {
        var last = fileName?.Split('/', '\\')[^1].Trim();
        if (string.IsNullOrEmpty(last)) return "The input";
        var printable = new string([.. last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(LongestName)]);
        return $"\"{printable}\"";
    }
}
