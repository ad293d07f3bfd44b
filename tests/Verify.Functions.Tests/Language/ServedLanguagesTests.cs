using Verify.Claims;
using Verify.Functions.Language;

namespace Verify.Functions.Tests.Language;

public sealed class ServedLanguagesTests
{
    [Theory]
    [InlineData("id", "id")]
    [InlineData("en", "en")]
    [InlineData("EN-us", "en")]
    [InlineData("id-Latn-ID", "id")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("pt-AO", "pt-PT")]
    [InlineData("zh-Hant-TW", "zh-Hant")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("nb-NO", "no")]
    [InlineData("jv", null)]
    [InlineData("und", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    public void A_tag_is_the_service_s_code_or_none(string tag, string? code) => Assert.Equal(code, ServedLanguages.Find(tag));

    [Fact]
    public void Every_language_that_is_extracted_is_served() => Assert.All(ClaimExtractor.Languages, tag => Assert.NotNull(ServedLanguages.Find(tag)));
}
