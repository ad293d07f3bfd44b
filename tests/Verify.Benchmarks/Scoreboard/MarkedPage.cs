namespace Verify.Benchmarks.Scoreboard;

/// <summary>A page one part of which a program writes: what stands between two marks.</summary>
static class MarkedPage
{
    public const string Begin = "<!-- scoreboard -->";
    public const string End = "<!-- /scoreboard -->";

    /// <summary>The page with another part between its marks; null where it has not each of them once, in this order.</summary>
    public static string? Replace(string page, string part)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin || page.LastIndexOf(Begin, StringComparison.Ordinal) != begin || page.LastIndexOf(End, StringComparison.Ordinal) != end) return null;
        return $"{page[..(begin + Begin.Length)]}\n\n{part.Trim()}\n\n{page[end..]}";
    }
}
