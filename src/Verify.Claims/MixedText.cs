using System.Collections.Immutable;

namespace Verify.Claims;

/// <summary>Reads a text of several languages: each stretch by the extractor of its language, as one text with one order.</summary>
public static class MixedText
{
    /// <summary>
    /// Reads a text in its own language and in those of <paramref name="others"/>. Each language sees the text with blank lines where the others stand, so that
    /// places stay as they are; figures of two languages are never added up, nor a speaker of one named in the other.
    /// </summary>
    /// <param name="others">Ascending, apart from each other, each within the text.</param>
    /// <returns>Null where none of the languages is read.</returns>
    public static Extraction? Extract(string text, string language, ImmutableArray<LanguageStretch> others)
    {
        if (others.IsDefaultOrEmpty) return ClaimExtractor.For(language)?.Extract(text);
        var read = new List<Extraction>();
        if (ClaimExtractor.For(language) is { } own) read.Add(own.Extract(Without(text, others)));
        foreach (var stretches in others.GroupBy(stretch => stretch.Language))
            if (ClaimExtractor.For(stretches.Key) is { } other) read.Add(other.Extract(Only(text, stretches)));
        return read.Count == 0 ? null : Joined(read) with { Others = others };
    }

    static string Without(string text, IEnumerable<LanguageStretch> blank) => string.Create(text.Length, (text, blank), static (copy, from) =>
    {
        from.text.CopyTo(copy);
        foreach (var stretch in from.blank) copy[stretch.Start..stretch.End].Fill('\n');
    });

    static string Only(string text, IEnumerable<LanguageStretch> kept) => string.Create(text.Length, (text, kept), static (copy, from) =>
    {
        copy.Fill('\n');
        foreach (var stretch in from.kept) from.text.AsSpan(stretch.Start, stretch.End - stretch.Start).CopyTo(copy[stretch.Start..]);
    });

    static Extraction Joined(List<Extraction> read)
    {
        var quantities = read.SelectMany((one, of) => one.Quantities.Select((quantity, at) => (Quantity: quantity, Of: of, At: at))).OrderBy(entry => entry.Quantity.Number.Start).ToList();
        var places = quantities.Index().ToDictionary(entry => (entry.Item.Of, entry.Item.At), entry => entry.Index);
        var claims = read.SelectMany((one, of) => one.Claims.Select(claim => Moved(claim, at => places[(of, at)]))).OrderBy(claim => claim.Quantities[0]);
        return new([.. quantities.Select(entry => entry.Quantity)], [.. claims]);
    }

    static Claim Moved(Claim claim, Func<int, int> place) => claim with
    {
        Quantities = [.. claim.Quantities.Select(place)],
        Discrepancies = [.. claim.Discrepancies.Select(one => one with { Quantities = [.. one.Quantities.Select(place)] })],
    };
}
