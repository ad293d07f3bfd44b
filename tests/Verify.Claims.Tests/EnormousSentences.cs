using System.Text;
using Verify.Claims.Text;

namespace Verify.Claims.Tests;

/// <summary>A text that never ends a sentence costs no more than many short ones.</summary>
public sealed class EnormousSentences
{
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
}
