using System.Net.Mime;

namespace Verify.Ingestion.Formats;

/// <summary>The parts of a declared media type that matter here. A type that cannot be parsed counts as not declared.</summary>
static class MediaType
{
    /// <summary>"text/html" of "Text/HTML; charset=utf-8"; empty where there is none.</summary>
    public static string Of(string? declared) => Parse(declared)?.MediaType.ToLowerInvariant() ?? "";

    public static string? CharsetOf(string? declared) => Parse(declared)?.CharSet is { Length: > 0 } charset ? charset : null;

    static ContentType? Parse(string? declared)
    {
        if (string.IsNullOrWhiteSpace(declared)) return null;
        try
        {
            return new ContentType(declared);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
