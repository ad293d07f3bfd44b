namespace Verify.Ingestion.Languages;

/// <summary>BCP 47 tags, as far as the language itself goes: region, script and all else are left out.</summary>
public static class LanguageTag
{
    /// <summary>Tags that were renamed, and are still sent (ISO 639 withdrew them in 1989).</summary>
    static readonly Dictionary<string, string> Renamed = new() { ["in"] = "id", ["iw"] = "he", ["ji"] = "yi", ["jw"] = "jv" };

    /// <summary>
    /// The primary language subtag, lower case: "id" of "id-ID", "ID_id" and of the withdrawn "in". Null when <paramref name="tag"/> does
    /// not look like a tag (two or three letters, then parts of one to eight letters or digits) or names no language ("und", "mul").
    /// </summary>
    public static string? Normalise(string tag)
    {
        var parts = tag.Trim().ToLowerInvariant().Split('-', '_');
        var primary = parts[0];
        if (primary.Length is not (2 or 3) || !primary.All(char.IsAsciiLetter)) return null;
        if (parts.Skip(1).Any(p => p.Length is 0 or > 8 || !p.All(char.IsAsciiLetterOrDigit))) return null;
        return primary is "und" or "mul" or "zxx" or "mis" ? null : Renamed.GetValueOrDefault(primary, primary);
    }
}
