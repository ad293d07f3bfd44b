using System.Collections.Immutable;
using Verify.Claims.Quantities;

namespace Verify.Workflow.Reviews;

/// <summary>What a judgement must hold to be written down.</summary>
static class JudgementRules
{
    const int MostEvidence = 20;
    const int LongestText = 4_000;
    const int LongestReason = 1_000;
    const int LongestUrl = 2_000;
    const int LongestWord = 500;
    const int LongestLabel = 60;

    /// <summary>The first thing wrong with it, or null.</summary>
    public static Refusal? Refuse(Reading reading, Judgement judgement) => judgement switch
    {
        Approve approve => OpenReadings.Refuse(reading, approve.AsRead, null) ?? Verdict(approve.Verdict) ?? Evidence(approve.Evidence) ?? Words(approve.Note, LongestText, "/note"),
        Correct correct => Correction(reading, correct.Correction) ?? OpenReadings.Refuse(reading, correct.AsRead, correct.Correction) ?? Verdict(correct.Verdict) ?? Evidence(correct.Evidence)
            ?? Words(correct.Note, LongestText, "/note"),
        Reject { Reason: RejectionReason.Other } reject when PlainText.IsBlank(reject.Note) =>
            Invalid("noteMissing", "The reason \"other\" needs a note that says which.", "/note"),
        Reject reject => Words(reject.Note, LongestText, "/note"),
        _ => null,
    };

    /// <summary>The published reason of a correction or retraction.</summary>
    public static Refusal? Reason(string text) => Words(text, LongestReason, "/reason");

    static Refusal? Verdict(Verdict verdict) =>
        verdict.Rating is < Reviews.Verdict.Worst or > Reviews.Verdict.Best
            ? Invalid("verdictOutOfRange", $"A verdict's rating is {Reviews.Verdict.Worst} (false) to {Reviews.Verdict.Best} (true), not {verdict.Rating}.", "/verdict/rating")
            : Words(verdict.Label, LongestLabel, "/verdict/label");

    static Refusal? Evidence(ImmutableArray<Evidence> evidence)
    {
        if (evidence.Length > MostEvidence) return Invalid("tooMuchEvidence", $"At most {MostEvidence} pieces of evidence, not {evidence.Length}.", "/evidence");
        for (var i = 0; i < evidence.Length; i++)
        {
            if (evidence[i] is not { Url: { } address } || !IsAddress(address))
                return Invalid("evidenceUrlInvalid", $"Evidence is an http or https address of at most {LongestUrl} characters, without a user name or blanks, not \"{Shorten(evidence[i]?.Url)}\".", $"/evidence/{i}/url");
            if (Words(evidence[i].Quote, LongestText, $"/evidence/{i}/quote") is { } wrong) return wrong;
        }
        return null;
    }

    static Refusal? Correction(Reading reading, Correction correction)
    {
        if (correction.Quantity < 0 || correction.Quantity >= reading.Quantities.Length)
            return Invalid("quantityUnknown", $"The claim has {reading.Quantities.Length} quantities; number {correction.Quantity} is not one of them (they count from 0).", "/correction/quantity");
        var read = reading.Quantities[correction.Quantity];
        var relation = correction.Relation ?? read.Relation;
        var value = correction.Value ?? read.Value;
        var upper = correction.Upper ?? (relation == Relation.Range ? read.Upper : null);
        if (relation == Relation.Range && upper is null) return Invalid("upperMissing", "A range needs its upper end.", "/correction/upper");
        if (relation != Relation.Range && upper is not null) return Invalid("upperWithoutRange", "Only a range has an upper end.", "/correction/upper");
        if (upper < value) return Invalid("rangeReversed", $"The range ends at {upper}, below its start {value}.", "/correction/upper");
        foreach (var (text, field) in new[]
            { (correction.Unit, "unit"), (correction.Counted, "counted"), (correction.Speaker, "speaker"), (correction.Time, "time") })
            if (Words(text, LongestWord, $"/correction/{field}") is { } wrong) return wrong;
        return CorrectedReading.Changes(reading, correction)
            ? null
            : Invalid("nothingCorrected", "The correction leaves everything as it was read. Approve the claim, or change a field.", "/correction");
    }

    static bool IsAddress(string text) =>
        text.Length <= LongestUrl && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url is { UserInfo: "", Host: not "" };

    static Refusal? Words(string? text, int most, string field) => PlainText.Refuse(text, most, field);

    static Refusal Invalid(string code, string message, string field) => new(RefusalKind.Invalid, code, message, field);

    static string Shorten(string? text) => text is { Length: > 80 } ? text[..80] + "…" : text ?? "";
}
