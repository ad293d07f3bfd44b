using System.Collections.Immutable;

namespace Verify.Ingestion;

/// <summary>What is known of an article besides its text. Null or empty where nothing is.</summary>
/// <param name="Published">ISO 8601, a date or a date and time.</param>
/// <param name="Url">Absolute, http or https.</param>
sealed record Metadata(string? Title, ImmutableArray<string> Authors, string? Publisher, string? Published, string? Url)
{
    public static Metadata None { get; } = new(null, [], null, null, null);

    /// <summary>This, with what it lacks taken from <paramref name="other"/>.</summary>
    public Metadata Or(Metadata other) => new(
        Title ?? other.Title,
        Authors.IsEmpty ? other.Authors : Authors,
        Publisher ?? other.Publisher,
        Published ?? other.Published,
        Url ?? other.Url);
}
