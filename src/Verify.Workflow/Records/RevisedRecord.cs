using Verify.Workflow.Reviews;

namespace Verify.Workflow.Records;

/// <summary>
/// The record that takes the place of another. It names that one, so that a chain of records is a chain of hashes; what the text says is
/// stated as it was read when the claim was reviewed.
/// </summary>
static class RevisedRecord
{
    /// <summary>A pure function of the three: see <see cref="VerifiedRecord.Of"/>.</summary>
    public static RecordBytes Of(Review review, RecordRevised asked, DateTimeOffset sealedAt) => RecordBytes.Of(asked switch
    {
        RecordCorrected corrected => Corrected(review.Opened!, corrected, sealedAt),
        RecordRetracted retracted => Retracted(review.Opened!, retracted, sealedAt),
        _ => throw new ArgumentException($"No record stands for a {asked.GetType().Name}.", nameof(asked)),
    });

    /// <summary>Whether two records say the same of the claim, whoever said it and when.</summary>
    public static bool IsSame(VerifiedRecord one, VerifiedRecord other) => Said(one).Content.Span.SequenceEqual(Said(other).Content.Span);

    static RecordBytes Said(VerifiedRecord record) =>
        RecordBytes.Of(record with { Schema = VerifiedRecord.CurrentSchema, Decisions = [], SealedAt = default, Supersedes = null, FiguresAsRead = null });

    static VerifiedRecord Corrected(ReviewOpened opened, RecordCorrected corrected, DateTimeOffset sealedAt)
    {
        var verified = CorrectedReading.Of(opened.Reading, corrected.Correction);
        return Shell(opened, corrected, corrected.Correction is null ? "approve" : "correct", sealedAt) with
        {
            Figures = verified.Figures,
            FiguresAsRead = corrected.Correction is null ? null : CorrectedReading.Of(opened.Reading, null).Figures,
            Speaker = verified.Speaker,
            Time = verified.Time,
            Verdict = corrected.Verdict with { Label = corrected.Verdict.Words },
            Evidence = corrected.Evidence,
            Note = corrected.Note,
        };
    }

    static VerifiedRecord Retracted(ReviewOpened opened, RecordRetracted retracted, DateTimeOffset sealedAt)
    {
        var read = CorrectedReading.Of(opened.Reading, null);
        return Shell(opened, retracted, "retract", sealedAt) with { Speaker = read.Speaker, Time = read.Time };
    }

    static VerifiedRecord Shell(ReviewOpened opened, RecordRevised asked, string judgement, DateTimeOffset sealedAt) => new(
        VerifiedRecord.RevisedSchema, opened.Claim, opened.Article, opened.Reading.Claim.Text, opened.Reading.Sentence.Text,
        [], null, opened.Reading.Subject?.Text, null, null, opened.Reading.Modality, null, [], null,
        [new(asked.Id, asked.By, asked.At, judgement)], opened.Extractor, opened.Shown, sealedAt, Supersedes.Of(asked));
}
