using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Verify.Claims.Attribution;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Records;

/// <summary>A verified claim: what was stated, by whom, how true it is, why, and who judged it. Created once, never changed.</summary>
/// <param name="Schema">Names this shape.</param>
/// <param name="Text">The clause as written; <paramref name="Sentence"/> is as much of the article as a record holds.</param>
/// <param name="Figures">As verified: corrections applied.</param>
/// <param name="FiguresAsRead">As the extractor read them; null when nothing was corrected.</param>
/// <param name="Time">When the stated figures hold.</param>
/// <param name="Decisions">Every one that counted, in their order; the last is the one that the record states.</param>
/// <param name="Verdict">Null in a retraction alone, which states no figures either.</param>
/// <param name="SealedAt">When the decision became final.</param>
/// <param name="Supersedes">The record whose place it takes, and why; null, and not written, where it is the first of its claim.</param>
public sealed record VerifiedRecord(
    string Schema,
    ClaimId Claim,
    ArticleReference Article,
    string Text,
    string Sentence,
    ImmutableArray<VerifiedFigure> Figures,
    ImmutableArray<VerifiedFigure>? FiguresAsRead,
    string? Subject,
    string? Speaker,
    string? Time,
    Modality Modality,
    Verdict? Verdict,
    ImmutableArray<Evidence> Evidence,
    string? Note,
    ImmutableArray<RecordedDecision> Decisions,
    string Extractor,
    string Shown,
    DateTimeOffset SealedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Supersedes? Supersedes = null)
{
    public const string CurrentSchema = "verify-record-1";

    /// <summary>Of a record that takes another's place.</summary>
    public const string RevisedSchema = "verify-record-2";

    /// <summary>
    /// The record of a review whose decision stands, sealed at a time, or of the correction or retraction that is under way. A pure function of the
    /// two: no clock, host name or attempt enters it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The decision that stands makes no record.</exception>
    public static RecordBytes Of(Review review, DateTimeOffset sealedAt)
    {
        var opened = review.Opened ?? throw new InvalidOperationException("A review that was never opened has no record.");
        if (review.Revising is { IsPublished: false } revising) return RevisedRecord.Of(review, revising.Asked, sealedAt);
        var final = review.Final;
        var (correction, verdict) = final switch
        {
            ClaimApproved approved => (null, approved.Verdict),
            ClaimCorrected corrected => (corrected.Correction, corrected.Verdict),
            _ => throw new InvalidOperationException($"Claim {opened.Claim} has no record: its decision is {final?.GetType().Name ?? "missing"}."),
        };
        // Of two who agree the later says it, unless only the first has words for it.
        var noted = review.Compared is { IsAgreement: true } && final.Note is null ? review.Decisions[0] : final;
        var asRead = CorrectedReading.Of(opened.Reading, null);
        var verified = CorrectedReading.Of(opened.Reading, correction);
        return RecordBytes.Of(new(
            CurrentSchema, opened.Claim, opened.Article, opened.Reading.Claim.Text, opened.Reading.Sentence.Text,
            verified.Figures, correction is null ? null : asRead.Figures,
            opened.Reading.Subject?.Text, verified.Speaker, verified.Time, opened.Reading.Modality,
            verdict with { Label = verdict.Words }, EvidenceOf(review), noted.Note, [.. review.Decisions.Select(decision => Recorded(decision, noted))],
            opened.Extractor, opened.Shown, sealedAt));
    }

    /// <summary>Of two reviewers who agree the evidence of both; an editor's own.</summary>
    static ImmutableArray<Evidence> EvidenceOf(Review review)
    {
        if (review.Compared is not { IsAgreement: true }) return Given(review.Final!);
        return [.. review.Decisions.SelectMany(decision => Given(decision)).Distinct()];
    }

    static ImmutableArray<Evidence> Given(ClaimJudged decision) => decision switch
    {
        ClaimApproved approved => approved.Evidence,
        ClaimCorrected corrected => corrected.Evidence,
        _ => [],
    };

    static RecordedDecision Recorded(ClaimJudged decision, ClaimJudged noted) => new(decision.Id, decision.By, decision.At, decision switch
    {
        ClaimApproved => "approve",
        ClaimCorrected => "correct",
        _ => "reject",
    }, decision == noted ? null : decision.Note);
}

/// <summary>Who judged, when and how.</summary>
/// <param name="By">A pseudonym.</param>
/// <param name="Judgement"><c>approve</c>, <c>correct</c>, <c>retract</c> or, of a reviewer whom an editor did not follow, <c>reject</c>.</param>
/// <param name="Note">Null, and not written, of the decision whose note is the record's own.</param>
public sealed record RecordedDecision(
    string Id, string By, DateTimeOffset At, string Judgement, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note = null);

/// <summary>A record as it is stored: its exact bytes, and the SHA-256 of them that names it.</summary>
public sealed record RecordBytes(string Id, ReadOnlyMemory<byte> Content, VerifiedRecord Record)
{
    /// <summary>Where it is kept: by the month it was sealed in.</summary>
    public string Name => RecordStore.NameOf(Record.SealedAt, Id);

    /// <summary>The records that took its place one after the other, oldest first.</summary>
    internal ImmutableArray<RecordBytes> Later { get; init; } = [];

    internal static RecordBytes Of(VerifiedRecord record)
    {
        byte[] content = [.. JsonSerializer.SerializeToUtf8Bytes(record, WorkflowJson.Published.VerifiedRecord), (byte)'\n'];
        return new(Convert.ToHexStringLower(SHA256.HashData(content)), content, record);
    }
}
