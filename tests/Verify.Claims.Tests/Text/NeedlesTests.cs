using Verify.Claims.Text;

namespace Verify.Claims.Tests.Text;

public sealed class NeedlesTests
{
    [Theory]
    [InlineData("seven", true)]
    [InlineData("seventy", false)] // found by "seven"
    [InlineData("million", true)]
    [InlineData("millions", false)]
    [InlineData("juta", true)]
    [InlineData("sejuta", false)]
    [InlineData("rb", false)]
    public void A_word_is_looked_for_unless_it_is_short_or_holds_another(string word, bool isSought) =>
        Assert.Equal(isSought, Needles.Words(["rb", "seventy", "seven", "millions", "million", "sejuta", "juta"]).Contains(word));

    [Fact]
    public void Digits_of_other_scripts_are_looked_for_where_the_words_are_of_one()
    {
        Assert.False(Needles.Signs(["one", "nūll"]).Contains('٣'));
        var signs = Needles.Signs(["ألف", "十"]);
        Assert.True(signs.Contains('٣') && signs.Contains('3') && signs.Contains('十'));
    }
}
