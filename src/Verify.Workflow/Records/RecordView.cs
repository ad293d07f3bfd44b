using System.Text.Json.Serialization;

namespace Verify.Workflow.Records;

/// <summary>A record in a list or an export, with the id that its bytes have, and what became of it since.</summary>
/// <param name="SupersededBy">The correction that took its place; not written where there is none.</param>
/// <param name="RetractedBy">The retraction that its chain ended with: what it says was taken back. Not written where there is none.</param>
/// <param name="Latest">The id of the last record of its chain; not written where that is this one.</param>
public sealed record RecordView(
    string Id, VerifiedRecord Record,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Successor? SupersededBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Successor? RetractedBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Latest = null)
{
    public static RecordView Of(RecordBytes stored) => new(
        stored.Id, stored.Record, Successor.CorrectionOf(stored), Successor.RetractionOf(stored), stored.Later is [.., var last] ? last.Id : null);
}
