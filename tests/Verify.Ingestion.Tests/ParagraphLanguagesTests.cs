using Verify.Claims;
using Verify.Ingestion.Languages;

namespace Verify.Ingestion.Tests;

public sealed class ParagraphLanguagesTests
{
    const string Indonesian = "Kementerian menyatakan pada hari Selasa bahwa pabrik baru itu mempekerjakan lebih dari 3.200 orang dan mengekspor 40 persen hasilnya.";
    const string English = "The ministry said on Tuesday that the new plant employs more than 4,500 workers and exports 60 percent of what it makes.";
    const string French = "Le ministère a déclaré mardi que la nouvelle usine emploie plus de 4 500 ouvriers et exporte 60 pour cent de sa production.";

    [Theory]
    [InlineData("one language", "id", "", Indonesian, Indonesian)]
    [InlineData("one line", "en", "", English)]
    [InlineData("a quotation in another", "id", "en 134..254", Indonesian, English, Indonesian)]
    [InlineData("three languages", "id", "en 268..388, fr 389..512", Indonesian, Indonesian, English, French)]
    [InlineData("neighbours in one language are one stretch", "id", "en 402..643", Indonesian, Indonesian, Indonesian, English, English)]
    [InlineData("a short one takes the language of the one before it", "id", "en 268..407", Indonesian, Indonesian, English, "Harga beras turun.", Indonesian)]
    [InlineData("a short one at the start takes that of the one after it", "en", "id 132..265", "Harga naik", English, Indonesian, English)]
    [InlineData("a short one in a script of one language needs no length", "id", "th 134..158", Indonesian, "รัฐบาลประกาศ 300 ล้านบาท", Indonesian)]
    [InlineData("nobody reads it", "id", "", Indonesian, "Uhulumeni umemezele izigidi ezingamakhulu amathathu zezikole kanye nezinye izindawo kulo nyaka omusha.", Indonesian)]
    public void Each_paragraph_has_its_language(string what, string language, string others, params string[] paragraphs)
    {
        var text = string.Join('\n', paragraphs);
        var found = ParagraphLanguages.Find(text);

        Assert.Equal((what, language, others), (what, found.Language, string.Join(", ", found.Others.Select(one => $"{one.Language} {one.Start}..{one.End}"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("12\n+ 7 %\n")]
    public void Without_words_nothing_is_found(string text)
    {
        var found = ParagraphLanguages.Find(text);

        Assert.Equal(("und", 0), (found.Language, found.Others.Length));
    }

    [Fact]
    public void Of_very_many_languages_only_the_most_used_are_told_apart()
    {
        string[] signs = ["ไ", "가", "ა", "ա", "ক", "క", "ಕ", "ക", "ක", "ક", "ਕ", "କ", "க"];
        var text = string.Join('\n', signs.Select((sign, at) => string.Concat(Enumerable.Repeat(sign, 100 - at))));

        Assert.True(ParagraphLanguages.Find(text).Others.Select(one => one.Language).Distinct().Count() < 8);
    }

    [Fact]
    public void What_the_sender_states_is_the_language_of_all_of_it()
    {
        var stated = Reading.Of($"{Indonesian}\n{English}", language: "id").Text();
        var found = Reading.Of($"{Indonesian}\n{English}").Text();

        Assert.Null(stated.Others);
        Assert.Equal([new LanguageStretch(134, 254, "en")], found.Others!.Value);
    }
}
