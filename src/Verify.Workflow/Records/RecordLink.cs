using System.Text.Json;
using Verify.Workflow.Blobs;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Records;

/// <summary>
/// What stands beside a record that another took the place of: <c>records/{yyyy}/{MM}/{recordId}.superseded.json</c>, created once. Says nothing
/// that the other record does not say, which is named by its hash: who reads a link reads that record too.
/// </summary>
/// <param name="Schema">Names this shape.</param>
/// <param name="Record">The id of the record beside it.</param>
/// <param name="SupersededBy">The id of the one that took its place.</param>
/// <param name="SealedAt">When that one was sealed: with its id the name it is kept under.</param>
public sealed record RecordLink(string Schema, string Record, RevisionKind Kind, string SupersededBy, DateTimeOffset SealedAt)
{
    public const string CurrentSchema = "verify-link-1";

    const string Ending = ".superseded.json";
    const string RecordEnding = ".json";

    /// <summary>Where the record is that it leads to.</summary>
    internal string Target => RecordStore.NameOf(SealedAt, SupersededBy);

    /// <summary>The name of the link beside a record.</summary>
    internal static string NameOf(string record) => record[..^RecordEnding.Length] + Ending;

    /// <summary>The name of the record that a link stands beside; null for any other name.</summary>
    internal static string? RecordOf(string name) =>
        name.EndsWith(Ending, StringComparison.Ordinal) && name[..^Ending.Length] + RecordEnding is var record && RecordStore.IdOf(record) is not null ? record : null;

    /// <summary>Exactly the bytes that stand beside the record that this one supersedes.</summary>
    internal static byte[] ContentFor(RecordBytes superseding)
    {
        var superseded = superseding.Record.Supersedes ?? throw new ArgumentException($"Record {superseding.Id} supersedes none.", nameof(superseding));
        var link = new RecordLink(CurrentSchema, superseded.Record, superseded.Kind, superseding.Id, superseding.Record.SealedAt);
        return [.. JsonSerializer.SerializeToUtf8Bytes(link, WorkflowJson.Published.RecordLink), (byte)'\n'];
    }

    /// <summary>Null for what is no link.</summary>
    internal static RecordLink? Read(Blob blob)
    {
        try
        {
            return JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Published.RecordLink) is { } link && ArticleId.TryParse(link.SupersededBy, out _) ? link : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
