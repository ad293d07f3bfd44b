using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Notices.Telling;

/// <summary>What one receiver is told, in words and for programs.</summary>
/// <param name="Id">The same in every try and for every receiver.</param>
/// <param name="At">When what it tells of happened.</param>
/// <param name="Link">Where a person sees more; null where the desk has no address.</param>
public sealed record Notice(string Id, NoticeKind Kind, DateTimeOffset At, NoticeText Text, NoticeData Data, string? Link)
{
    /// <summary>Its kind as webhooks name it.</summary>
    public string Type => NoticeKinds.TypeOf(Kind);
}

/// <summary>A notice in the words of a language. The title holds the desk's own words alone; lines may hold an article's, each on one line.</summary>
public sealed record NoticeText(string Title, ImmutableArray<string> Lines);

/// <summary>A notice for programs. What its kind does not tell is not written.</summary>
/// <param name="Claims">One, or of a digest the worthiest.</param>
/// <param name="Count">Of a digest: all that it is about.</param>
/// <param name="Fields">In what two reviewers differ, as JSON pointers.</param>
/// <param name="By">Pseudonyms of those whose decisions it tells of.</param>
/// <param name="Supersedes">The record whose place <paramref name="RecordId"/> takes.</param>
/// <param name="Reason">Why it does.</param>
public sealed record NoticeData(
    ImmutableArray<NoticeClaim> Claims,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Count = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ExpiresAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Fields = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? By = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RecordId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Verdict? Verdict = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RevisionKind? Revision = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Supersedes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);

/// <summary>A claim in a notice.</summary>
/// <param name="Text">The clause.</param>
/// <param name="Link">Not written where the desk has no address.</param>
public sealed record NoticeClaim(
    ClaimId Id, string Text, string? Speaker, string? Title, string Language, double Worth, DateTimeOffset OpenedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Link = null);
