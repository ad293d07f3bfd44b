using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Verify.Claims.Quantities;

namespace Verify.Workflow.Reviews;

/// <summary>What a reviewer says of a claim.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "judgement")]
[JsonDerivedType(typeof(Approve), "approve")]
[JsonDerivedType(typeof(Correct), "correct")]
[JsonDerivedType(typeof(Reject), "reject")]
public abstract record Judgement(string? Note);

/// <summary>The claim was read right; the verdict says whether it is true.</summary>
/// <param name="AsRead">Of the figures with two readings (<c>ambiguous</c>) those meant as read, counted from 0: each of them must be named.</param>
public sealed record Approve(Verdict Verdict, ImmutableArray<Evidence> Evidence = default, string? Note = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? AsRead = null) : Judgement(Note)
{
    public ImmutableArray<Evidence> Evidence { get; init; } = Evidence.IsDefault ? [] : Evidence;
}

/// <summary>The claim was read wrong; judged as corrected.</summary>
/// <param name="AsRead">As of <see cref="Approve"/>; a figure whose value is corrected need not be named.</param>
public sealed record Correct(Correction Correction, Verdict Verdict, ImmutableArray<Evidence> Evidence = default, string? Note = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? AsRead = null) : Judgement(Note)
{
    public ImmutableArray<Evidence> Evidence { get; init; } = Evidence.IsDefault ? [] : Evidence;
}

/// <summary>No record comes of it.</summary>
public sealed record Reject(RejectionReason Reason, string? Note = null) : Judgement(Note);

/// <summary>Why a claim is not verified.</summary>
public enum RejectionReason
{
    /// <summary>The text states no such figure.</summary>
    NotAClaim,

    /// <summary>Nobody could check it.</summary>
    NotCheckable,

    /// <summary>Not worth anybody's time.</summary>
    NotWorthChecking,

    /// <summary>The same claim is under review elsewhere.</summary>
    Duplicate,

    /// <summary>The note says why; it may not be empty.</summary>
    Other,
}

/// <summary>How true a claim is: 1 (false) to 5 (true), in the words of the desk.</summary>
public sealed record Verdict(int Rating, string? Label = null)
{
    public const int Worst = 1;
    public const int Best = 5;

    static readonly string[] Labels = ["False", "Mostly false", "Half true", "Mostly true", "True"];

    /// <summary>The desk's own words, or the usual ones for the rating.</summary>
    [JsonIgnore]
    public string Words => string.IsNullOrWhiteSpace(Label) ? Labels[Rating - Worst] : Label;
}

/// <summary>Where the verdict can be checked.</summary>
/// <param name="Url">An absolute http or https address.</param>
/// <param name="Quote">The words there that bear on the claim.</param>
public sealed record Evidence(string Url, string? Quote = null);

/// <summary>What was read wrong, as it should read. A null field was right; an empty text says that there is none.</summary>
/// <param name="Quantity">Which figure of the claim, from 0.</param>
/// <param name="Upper">Needed exactly when the corrected relation is a range.</param>
/// <param name="Unit">A UCUM or ISO 4217 code, or the unit's own name.</param>
/// <param name="Time">When the stated figure holds.</param>
public sealed record Correction(
    int Quantity = 0,
    decimal? Value = null,
    decimal? Upper = null,
    Relation? Relation = null,
    string? Unit = null,
    string? Counted = null,
    string? Speaker = null,
    string? Time = null);
