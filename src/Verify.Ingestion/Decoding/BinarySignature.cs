namespace Verify.Ingestion.Decoding;

/// <summary>Knows files that are no text by their first bytes, so that a refusal can name what was sent.</summary>
static class BinarySignature
{
    static readonly (byte[] Bytes, string Name)[] Signatures =
    [
        ([.. "%PDF-"u8], "a PDF document"),
        ([.. "{\\rtf"u8], "an RTF document"),
        ([.. "PK\u0003\u0004"u8], "a ZIP archive or an Office document (DOCX, XLSX, ODT)"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document (DOC, XLS, PPT)"),
        ([0x89, .. "PNG\r\n"u8], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([.. "GIF8"u8], "a GIF image"),
        ([.. "RIFF"u8], "a RIFF file (WebP, WAV, AVI)"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7z archive"),
        ([.. "Rar!\u001A"u8], "a RAR archive"),
        ([.. "ID3"u8, 0x03], "an MP3 recording"),
        ([.. "ID3"u8, 0x04], "an MP3 recording"),
        ([.. "OggS\0"u8], "an Ogg recording"),
        ([0x7F, .. "ELF"u8], "a program"),
        ([.. "MZ"u8, 0x90, 0x00], "a program"),
        ([.. "SQLite format 3\0"u8], "a SQLite database"),
    ];

    /// <summary>What the bytes are, with its article ("a PNG image"), or null where no signature fits.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (signature, name) in Signatures)
            if (bytes.StartsWith(signature)) return name;
        return bytes.Length > 8 && bytes[4..].StartsWith("ftyp"u8) && bytes.Contains((byte)0) ? "an MP4 recording" : null;
    }
}
