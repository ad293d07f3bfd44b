using Verify.Claims.Languages;

namespace Verify.Claims.Tests.Languages;

public sealed class WordNumbersTests
{
    [Fact]
    public void A_word_has_the_number_of_its_place_whatever_the_case_of_its_letters()
    {
        var numbers = new WordNumbers();
        Assert.Equal([0, 1, 2, 0, 1, 2], [numbers.Add("hundred"), numbers.Add("größe"), numbers.Add("тысяча"), numbers.Add("Hundred"), numbers.Add("GRÖßE"), numbers.Add("Тысяча")]);
        Assert.Equal([0, 1, 2], [numbers.Find("HUNDRED"), numbers.Find("Größe"), numbers.Find("ТЫСЯЧА")]);
        Assert.Equal(3, numbers.Count);
    }

    [Theory]
    [InlineData("hundreds")]
    [InlineData("")]
    [InlineData("百")]
    [InlineData("\ud83d")]
    public void A_word_that_was_not_added_has_none(string word)
    {
        var numbers = new WordNumbers();
        numbers.Add("hundred");
        Assert.Equal(-1, numbers.Find(word));
    }

    [Fact]
    public void Every_word_of_many_is_found()
    {
        var numbers = new WordNumbers();
        string[] words = [.. Enumerable.Range(0, 5000).Select(n => n % 2 == 0 ? $"word{n}" : $"слово{n}")];
        Assert.Equal(Enumerable.Range(0, words.Length), words.Select(numbers.Add));
        Assert.Equal(Enumerable.Range(0, words.Length), words.Select(word => numbers.Find(word.ToUpperInvariant())));
    }

    /// <summary>Words of ASCII are looked up by another number than the rest.</summary>
    [Fact]
    public void No_letter_beyond_ascii_is_one_of_ascii_in_the_other_case()
    {
        for (var other = '\u0080'; other < char.MaxValue; other++)
        {
            for (var letter = 'a'; letter <= 'z'; letter++) Assert.False(string.Equals($"{other}", $"{letter}", StringComparison.OrdinalIgnoreCase), $"U+{(int)other:X4} is {letter}.");
        }
    }
}
