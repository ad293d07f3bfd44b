using System.Collections.Immutable;
using Verify.Claims.Arithmetic;
using Verify.Claims.Attribution;

namespace Verify.Claims;

/// <summary>The smallest clause that states one quantity, or one tied group, and can be judged alone.</summary>
/// <param name="Span">The clause.</param>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="Quantities">Indexes into <see cref="Extraction.Quantities"/>, ascending, at least one.</param>
/// <param name="Subject">What the figure is a measure of, where the words right before it say so ("a profit of"); else whom or what the clause is about. May stand before <paramref name="Span"/> when the clause leaves it out.</param>
/// <param name="Speaker">Who says it, in the words beside the report where it has any; null is the article itself.</param>
/// <param name="Named">Whom <paramref name="Speaker"/> stands for when it is a pronoun ("she"), where the text tells.</param>
/// <param name="Cue">The word of saying ("mengatakan", "according to").</param>
/// <param name="Content">
/// What the speaker is given as saying; null exactly when <paramref name="Cue"/> is. Of a quotation, all that stands between its marks, which may be
/// several sentences and then reaches beyond <paramref name="Sentence"/>. Of an indirect report, the clause together with the neighbouring clauses that
/// state no figure of their own; so it equals <paramref name="Span"/> where each clause states one. Holds <paramref name="Span"/> in both cases.
/// </param>
/// <param name="Worth">Check-worthiness, 0 to 1.</param>
/// <param name="Reasons">Why this worth, most weighty first; each is one of <see cref="ClaimReasons"/>.</param>
/// <param name="Risk">How bad a wrong approval would be, 0 to 1.</param>
/// <param name="RiskReasons">Why this risk, as for the worth.</param>
/// <param name="Discrepancies">The sums that this claim's figures are part of and that do not come out, in the order of the text; mostly none.</param>
public sealed record Claim(
    Excerpt Span,
    Excerpt Sentence,
    ImmutableArray<int> Quantities,
    Excerpt? Subject,
    Excerpt? Speaker,
    Excerpt? Named,
    Excerpt? Cue,
    Excerpt? Content,
    ImmutableArray<Time> Times,
    Modality Modality,
    double Worth,
    ImmutableArray<string> Reasons,
    double Risk,
    ImmutableArray<string> RiskReasons,
    ImmutableArray<Discrepancy> Discrepancies);
