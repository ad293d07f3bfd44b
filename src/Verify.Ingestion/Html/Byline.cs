namespace Verify.Ingestion.Html;

/// <summary>The author's name in a byline as it is printed.</summary>
static class Byline
{
    const int Longest = 80;

    static readonly string[] Labels = ["by ", "oleh ", "oleh: ", "penulis: ", "reporter: ", "author: ", "written by "];

    /// <summary>"Budi Santoso" of "Oleh: Budi Santoso"; null where more than a name stands there (a date, a desk, a sentence).</summary>
    public static string? Of(string? printed)
    {
        if (OneLine.Of(printed) is not { Length: <= Longest } name) return null;
        foreach (var label in Labels)
            if (name.StartsWith(label, StringComparison.OrdinalIgnoreCase)) name = name[label.Length..].TrimStart();
        return name.Length == 0 || name.Any(char.IsAsciiDigit) || name.Contains('|') ? null : name;
    }
}
