namespace Verify.Claims.Tests.Specs;

/// <summary>A text and the reading that is expected of it.</summary>
/// <param name="Heading">The section it stands in.</param>
/// <param name="Line">The line of its text in the file, from 1.</param>
/// <param name="Expected">One line a claim, in order, in the notation of <see cref="Notation"/>; empty when nothing is claimed.</param>
/// <param name="Asides">Quantities that are read but claim nothing, in order; null when the page does not say.</param>
/// <param name="Outranked">Texts whose worthiest claim must be worth less than that of this text. A page that lists any says nothing of the claims.</param>
public sealed record SpecCase(string Heading, int Line, string Text, IReadOnlyList<string> Expected, IReadOnlyList<string>? Asides, IReadOnlyList<string> Outranked)
{
    /// <summary>Reads the text. Null when the reading is the expected one; otherwise both, one below the other.</summary>
    public string? Differs(ClaimExtractor extractor)
    {
        if (Outranked.Count > 0) return OutrankedNot(extractor);
        var extraction = extractor.Extract(Text);
        var wanted = Expected.Select(Notation.Normal).ToList();
        var got = extraction.Claims.Select((c, i) => Notation.Of(c, extraction, Text, i < wanted.Count ? wanted[i] : "")).ToList();
        var claimed = extraction.Claims.SelectMany(c => c.Quantities).ToHashSet();
        var asides = extraction.Quantities.Where((_, i) => !claimed.Contains(i)).Select(q => Notation.Of(q, Text)).ToList();
        if (wanted.SequenceEqual(got) && (Asides is null || Asides.SequenceEqual(asides))) return null;
        return $"""

            > {Text}
            expected
            {Listed(wanted, Asides ?? [])}
            got
            {Listed(got, Asides is null ? [] : asides)}

            """;
    }

    string? OutrankedNot(ClaimExtractor extractor)
    {
        var own = Worth(extractor, Text);
        var above = Outranked.Where(other => Worth(extractor, other) >= own).Select(other => $"{Worth(extractor, other)}  {other}").ToList();
        return above.Count == 0 ? null : $"\n{own}  {Text}\ndoes not outrank\n{string.Join('\n', above)}\n";
    }

    /// <summary>0 where nothing is claimed.</summary>
    static double Worth(ClaimExtractor extractor, string text) => extractor.Extract(text).Claims.Select(claim => claim.Worth).DefaultIfEmpty().Max();

    static string Listed(IReadOnlyList<string> claims, IReadOnlyList<string> asides)
    {
        var lines = claims.Select(c => $"- {c}").Concat(asides.Select(a => $"- aside `{a}`")).ToList();
        return lines.Count == 0 ? "- nothing" : string.Join('\n', lines);
    }
}
