using System.Text;

namespace Verify.Claims.Tests;

public sealed class NoAllocation
{
    const string Indonesian = "Warga desa menanam bibit kopi di lereng bukit. Mereka berharap panen berikutnya lebih baik, kata kepala desa itu.\n";
    const string English = "The villagers planted coffee on the hillside. They hope that the coming harvest will be better, the mayor said.\n";

    const string Chinese = "村民在山坡上种植咖啡，希望收成更好，村长说。\n";
    const string Japanese = "村人は山の斜面にコーヒーを植えた。収穫を待っている。\n";
    const string Korean = "주민들은 언덕에 커피 나무를 심었다.\n";

    [Theory]
    [InlineData("id", Indonesian)]
    [InlineData("en", English)]
    [InlineData("zh", Chinese)]
    [InlineData("ja", Japanese)]
    [InlineData("ko", Korean)]
    public void A_text_without_numbers_is_read_without_allocating(string language, string paragraph)
    {
        var extractor = ClaimExtractor.For(language)!;
        var text = new StringBuilder().Insert(0, paragraph, 200).ToString();
        extractor.Extract(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var extraction = extractor.Extract(text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(Extraction.Empty, extraction);
    }

    [Fact]
    public void The_same_language_is_loaded_once()
    {
        ClaimExtractor.For("id");
        var before = GC.GetAllocatedBytesForCurrentThread();
        ClaimExtractor.For("id");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1000);
    }
}
