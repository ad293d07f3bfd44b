using System.Collections.Immutable;

namespace Verify.Storage.Copying;

/// <summary>Blobs that are copied together, before those of the next phase.</summary>
/// <param name="Title">In words, for whoever watches.</param>
/// <param name="Except">Beginnings of names that are another phase's, or nobody's.</param>
internal sealed record CopyPhase(string Title, string Prefix, params string[] Except)
{
    /// <summary>Drops of strangers that no desk has taken in.</summary>
    public const string Inbox = "inbox/";

    const string Leases = "leases/";
    const string Outbox = "outbox/";
    const string Links = ".superseded.json";

    /// <summary>
    /// What names something comes after what it names, so that a desk that is opened over half a copy finds nothing half: an article is
    /// known by its journal, which would open its reviews anew if theirs were missing; a driver starts from the due marks, and a notice of
    /// what no journal tells is dropped.
    /// </summary>
    public static ImmutableArray<CopyPhase> Order { get; } =
    [
        new("articles and records", "", Inbox, Leases, "log/", "journals/", "queue/", "due/", Outbox) { NotEnding = Links },
        new("links between records", "records/") { Ending = Links },
        new("log", "log/tile/"),
        new("log", "log/leaf/"),
        new("log", "log/checkpoint"),
        new("log", "log/", "log/tile/", "log/leaf/", "log/checkpoint"),
        new("reviews", "journals/", "journals/article/"),
        new("articles' journals", "journals/article/"),
        new("queue", "queue/"),
        new("due marks", "due/"),
        new("notices", Outbox),
    ];

    /// <summary>What every name of it ends with.</summary>
    public string Ending { get; init; } = "";

    /// <summary>What the names end with that are another phase's; null where none are.</summary>
    public string? NotEnding { get; init; }

    /// <summary>False for files beside the blobs too: every blob of a desk stands in a folder.</summary>
    public bool Holds(string name) => name.Contains('/', StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)
        && (NotEnding is null || !name.EndsWith(NotEnding, StringComparison.Ordinal)) && !Except.Any(other => name.StartsWith(other, StringComparison.Ordinal));
}
