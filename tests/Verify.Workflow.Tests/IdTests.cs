namespace Verify.Workflow.Tests;

/// <summary>Ids have one spelling each; anything else is no id.</summary>
public sealed class IdTests
{
    const string Hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // SHA-256 of "abc", FIPS 180-4

    [Fact]
    public void An_article_is_named_by_the_hash_of_its_bytes() => Assert.Equal(Hash, ArticleId.Of("abc"u8).Value);

    [Theory]
    [InlineData(Hash, true)]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", false)]
    [InlineData("ba7816bf", false)]
    [InlineData("../7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_article_id_is_64_lower_case_hex_digits(string? text, bool isOne) => Assert.Equal(isOne, ArticleId.TryParse(text, out _));

    [Theory]
    [InlineData(Hash + "-0", true)]
    [InlineData(Hash + "-2147483647", true)]
    [InlineData(Hash + "-2147483648", false)]
    [InlineData(Hash + "-01", false)]
    [InlineData(Hash + "--1", false)]
    [InlineData(Hash + "-", false)]
    [InlineData(Hash, false)]
    [InlineData("-5", false)]
    public void A_claim_id_is_an_article_id_and_a_place(string text, bool isOne)
    {
        Assert.Equal(isOne, ClaimId.TryParse(text, out var id));
        if (isOne) Assert.Equal(text, id.Value);
    }

    [Theory]
    [InlineData(Hash, false)]
    [InlineData(Hash + "-7", true)]
    public void A_process_is_an_article_or_a_review_and_fits_an_instance_id(string text, bool isReview)
    {
        Assert.True(ProcessId.TryParse(text, out var id));
        Assert.Equal((isReview, text), (id.IsReview, id.Value));
        Assert.True(text.Length < 100);
    }
}
