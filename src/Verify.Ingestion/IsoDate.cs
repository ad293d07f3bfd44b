using System.Globalization;

namespace Verify.Ingestion;

/// <summary>ISO 8601 calendar dates, alone or with a time: what is kept of a date that a page or a sender states.</summary>
static class IsoDate
{
    static readonly string[] Times =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>The date as stated, trimmed; null when it is not in ISO 8601's extended format or is no day of the calendar.</summary>
    public static string? Of(string stated)
    {
        stated = stated.Trim();
        return DateOnly.TryParseExact(stated, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || DateTimeOffset.TryParseExact(stated, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? stated
            : null;
    }

    /// <summary>The same, and forgiving what content systems write: a space in place of the T, an offset without its colon.</summary>
    public static string? Leniently(string stated)
    {
        stated = stated.Trim();
        if (stated.Length > 11 && stated[10] == ' ') stated = $"{stated[..10]}T{stated[11..].Replace(" ", "")}";
        if (stated.Length > 16 && stated[^5] is '+' or '-') stated = stated.Insert(stated.Length - 2, ":");
        return Of(stated);
    }
}
