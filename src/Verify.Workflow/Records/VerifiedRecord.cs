using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Verify.Claims.Attribution;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Records;

/// <summary>A verified claim: what was stated, by whom, how true it is, why, and who judged it. Created once, never changed.</summary>
/// <param name="Schema">Names this shape.</param>
/// <param name="Text">The clause as written; <paramref name="Sentence"/> is as much of the article as a record holds.</param>
/// <param name="Figures">As verified: corrections applied.</param>
/// <param name="FiguresAsRead">As the extractor read them; null when nothing was corrected.</param>
/// <param name="Time">When the stated figures hold.</param>
/// <param name="SealedAt">When the decision became final.</param>
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
    Verdict Verdict,
    ImmutableArray<Evidence> Evidence,
    string? Note,
    ImmutableArray<RecordedDecision> Decisions,
    string Extractor,
    string Shown,
    DateTimeOffset SealedAt)
{
    public const string CurrentSchema = "verify-record-1";

    /// <summary>
    /// The record of a review whose decision stands, sealed at a time. A pure function of the two: no clock, host name or attempt enters it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The decision that stands makes no record.</exception>
    public static RecordBytes Of(Review review, DateTimeOffset sealedAt)
    {
        var opened = review.Opened ?? throw new InvalidOperationException("A review that was never opened has no record.");
        var (correction, verdict, evidence, judgement) = review.Decision switch
        {
            ClaimApproved approved => (null, approved.Verdict, approved.Evidence, "approve"),
            ClaimCorrected corrected => (corrected.Correction, corrected.Verdict, corrected.Evidence, "correct"),
            var other => throw new InvalidOperationException($"Claim {opened.Claim} has no record: its decision is {other?.GetType().Name ?? "missing"}."),
        };
        var asRead = CorrectedReading.Of(opened.Reading, null);
        var verified = CorrectedReading.Of(opened.Reading, correction);
        var decision = review.Decision;
        return RecordBytes.Of(new(
            CurrentSchema, opened.Claim, opened.Article, opened.Reading.Claim.Text, opened.Reading.Sentence.Text,
            verified.Figures, correction is null ? null : asRead.Figures,
            opened.Reading.Subject?.Text, verified.Speaker, verified.Time, opened.Reading.Modality,
            verdict with { Label = verdict.Words }, evidence, decision.Note,
            [new(decision.Id, decision.By, decision.At, judgement)],
            opened.Extractor, opened.Shown, sealedAt));
    }
}

/// <summary>Who judged, when and how.</summary>
/// <param name="By">A pseudonym.</param>
/// <param name="Judgement"><c>approve</c> or <c>correct</c>.</param>
public sealed record RecordedDecision(string Id, string By, DateTimeOffset At, string Judgement);

/// <summary>A record as it is stored: its exact bytes, and the SHA-256 of them that names it.</summary>
public sealed record RecordBytes(string Id, ReadOnlyMemory<byte> Content, VerifiedRecord Record)
{
    /// <summary>Where it is kept: by the month it was sealed in.</summary>
    public string Name => RecordStore.NameOf(Record.SealedAt, Id);

    internal static RecordBytes Of(VerifiedRecord record)
    {
        byte[] content = [.. JsonSerializer.SerializeToUtf8Bytes(record, WorkflowJson.Published.VerifiedRecord), (byte)'\n'];
        return new(Convert.ToHexStringLower(SHA256.HashData(content)), content, record);
    }
}
