using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Verify.Workflow.Reviews;

/// <summary>What becomes of a record that was published.</summary>
public enum RevisionKind
{
    /// <summary>Another record states the claim anew.</summary>
    Correction,

    /// <summary>It should not have been published; nothing is stated in its place.</summary>
    Retraction,
}

/// <summary>An editor found a published record wrong. The event's id is chosen by its sender; the record itself stays as it is.</summary>
/// <param name="By">The editor's pseudonym.</param>
/// <param name="Record">The id of the record, the latest of its chain when the editor saw it.</param>
/// <param name="Reason">Published with what takes the record's place.</param>
public abstract record RecordRevised(string Id, DateTimeOffset At, string By, string Record, string Reason) : ReviewEvent(Id, At)
{
    [JsonIgnore]
    public RevisionKind Kind => this is RecordRetracted ? RevisionKind.Retraction : RevisionKind.Correction;
}

/// <summary>The claim is judged anew, as a whole.</summary>
/// <param name="Correction">What was read wrong in the text; null, and not written, where the reading is right.</param>
/// <param name="AsRead">As of <see cref="ClaimApproved"/>.</param>
public sealed record RecordCorrected(
    string Id, DateTimeOffset At, string By, string Record, string Reason,
    Verdict Verdict, ImmutableArray<Evidence> Evidence, string? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Correction? Correction = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? AsRead = null)
    : RecordRevised(Id, At, By, Record, Reason);

/// <summary>Ends the chain.</summary>
public sealed record RecordRetracted(string Id, DateTimeOffset At, string By, string Record, string Reason) : RecordRevised(Id, At, By, Record, Reason);
