using System.Text;
using System.Text.Json;
using CsCheck;
using Verify.Claims.Text;

namespace Verify.Claims.Tests;

/// <summary>Laws that hold for any UTF-16 whatsoever, shipped language by shipped language.</summary>
public sealed class Robustness
{
    /// <summary>Pieces that a random text is made of: what the rules look for, what breaks them, and plain noise.</summary>
    static readonly string[] Pieces =
    [
        "1", "0", "9", "1.234", "1,5", "2.0.1", "0812", "2024", "99999999999999999999999999999999", ".", ",", "-", "–", "/", ":", "%", "$", "Rp", "US$", "(", ")", "“", "”", "\"", "'", "’",
        "\n", "\r\n", "\t", " ", "\u00a0", "\ud83d\ude00", "\ud83d", "\ude00", "\u0301", "½", "juta", "ribu", "dua", "puluh", "ratus", "setengah", "koma", "lima", "pertiga", "dan", "hingga", "lebih dari", "antara",
        "persen", "tahun", "bulan", "Oktober", "Senin", "pukul", "WIB", "mengatakan", "kata", "menurut", "bahwa", "Pentagon", "tidak", "akan", "jika", "ke-", "ketiga", "kedua", "orang", "Baca juga:", "More Stories",
        "million", "hundred", "two", "half", "a", "and", "of", "between", "from", "to", "said", "according to", "that", "The", "ministry", "percent", "years", "ago", "third", "doubled", "people", "Photo:", "U.S.", "Mr.",
        "negatif", "minus", "km", "/jam", "per", "juta juta", "e", "x", "xyz", "\u0660\u0661", "三百", "\u200b", "\0",
    ];

    static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char, 0, 400],
        Piece.Array[0, 120].Select(p => string.Join(' ', p)),
        Piece.Array[0, 200].Select(string.Concat));

    public static TheoryData<string> Languages => [.. ClaimExtractor.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_place_lies_in_the_text_and_splits_no_character(string language) => Hold(language, (text, extraction) =>
        Places(extraction).All(p => p.Start >= 0 && p.Start < p.End && p.End <= text.Length && !Splits(text, p.Start) && !Splits(text, p.End)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_quantity_holds_its_number_and_its_unit_and_what_it_counts_or_shares_those_of_a_later_one(string language) => Hold(language, (_, extraction) =>
        extraction.Quantities.All(q => q.Span.Contains(q.Number)
            && (q.Unit is null || Holds(q, q.Unit.Span, extraction))
            && (q.Counted is not { } counted || Holds(q, counted, extraction))
            && q.Upper.HasValue == (q.Relation == Quantities.Relation.Range)));

    static bool Holds(Quantities.Quantity quantity, Excerpt place, Extraction extraction) =>
        quantity.Span.Contains(place) || extraction.Quantities.Any(later => later.Number.Start > quantity.Number.Start && later.Span.Contains(place));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Quantities_and_claims_stand_in_the_order_of_their_numbers_and_apart(string language) => Hold(language, (_, extraction) =>
        extraction.Quantities.Zip(extraction.Quantities.Skip(1)).All(p => p.First.Number.End <= p.Second.Number.Start)
        && extraction.Claims.Zip(extraction.Claims.Skip(1)).All(p => p.First.Quantities[0] < p.Second.Quantities[0]));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_claim_holds_its_first_number_and_stands_in_its_sentence(string language) => Hold(language, (_, extraction) =>
        extraction.Claims.All(c => c.Span.Contains(extraction.Quantities[c.Quantities[0]].Number)
            && c.Sentence.Contains(c.Span) && c.Worth is > 0 and < 1 && c.Risk is > 0 and < 1
            && c.Reasons.All(IsKnownOfWorth) && c.RiskReasons.All(ClaimReasons.ForRisk.Contains)));

    static bool IsKnownOfWorth(string reason) => ClaimReasons.ForWorth.Contains(reason) || ClaimReasons.AgainstWorth.Contains(reason);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Reading_twice_gives_the_same(string language) => Hold(language, (text, extraction) =>
        Json(text, extraction).AsSpan().SequenceEqual(Json(text, ClaimExtractor.For(language)!.Extract(text))));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Whatever_is_read_can_be_written_as_json(string language) => Hold(language, (text, extraction) =>
        JsonDocument.Parse(Json(text, extraction)).RootElement.GetProperty("claims").GetArrayLength() == extraction.Claims.Length);

    [Theory]
    [InlineData("satu ")]
    [InlineData("1, ")]
    [InlineData("5 orang kata Budi, ")]
    [InlineData("dua puluh lima ribu dan ")]
    [InlineData("1.")]
    [InlineData("menurut 5 ")]
    [InlineData("“5 ")]
    [InlineData("(5 Maret 2024) ")]
    public void One_enormous_sentence_is_read_in_pieces_of_bounded_length(string piece)
    {
        // What is looked at around a number ends with its piece, so that time grows with the text and no faster (EnormousSentenceBenchmarks).
        var extraction = ClaimExtractor.For("id")!.Extract(Repeat(piece, 32_000));
        Assert.All(extraction.Claims, claim => Assert.InRange(claim.Sentence.Length, 1, SentenceEnds.Longest));
        Assert.All(extraction.Quantities, quantity => Assert.InRange(quantity.Span.Length, 1, SentenceEnds.Longest));
    }

    static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length).ToString();

    static void Hold(string language, Func<string, Extraction, bool> law)
    {
        var extractor = ClaimExtractor.For(language)!;
        Texts.Sample(text => law(text, extractor.Extract(text)), iter: 1500, print: t => JsonSerializer.Serialize(t));
    }

    static byte[] Json(string text, Extraction extraction)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) ExtractionJson.Write(json, "1", "id", text, extraction);
        return stream.ToArray();
    }

    static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);

    static IEnumerable<Excerpt> Places(Extraction extraction)
    {
        foreach (var quantity in extraction.Quantities)
        {
            yield return quantity.Span;
            yield return quantity.Number;
            if (quantity.Unit is { } unit) yield return unit.Span;
            if (quantity.Counted is { } counted) yield return counted;
        }
        foreach (var claim in extraction.Claims)
        {
            yield return claim.Span;
            yield return claim.Sentence;
            if (claim.Subject is { } subject) yield return subject;
            if (claim.Speaker is { } speaker) yield return speaker;
            if (claim.Cue is { } cue) yield return cue;
            if (claim.Content is { } content) yield return content;
            foreach (var time in claim.Times) yield return time.Span;
        }
    }
}
