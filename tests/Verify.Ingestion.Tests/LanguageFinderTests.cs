using Verify.Claims;
using Verify.Ingestion.Languages;

namespace Verify.Ingestion.Tests;

public sealed class LanguageFinderTests
{
    [Theory]
    [InlineData("id", "340 orang")]
    [InlineData("id", "5 persen")]
    [InlineData("id", "Rp 5 juta")]
    [InlineData("id", "120 tewas")]
    [InlineData("id", "naik 2,5 persen")]
    [InlineData("id", "dua kali lipat")]
    [InlineData("id", "puluhan rumah rusak")]
    [InlineData("id", "Rp14.500 per kilogram")]
    [InlineData("id", "Inflasi Mei 2,84 persen.")]
    [InlineData("id", "Polisi menangkap 14 orang.")]
    [InlineData("id", "Presiden Joko Widodo bertemu Xi Jinping di Beijing.")]
    [InlineData("id", "The Fed menaikkan suku bunga 25 basis poin.")]
    [InlineData("id", "Manchester United mengalahkan Liverpool 3-1.")]
    [InlineData("id", "Startup unicorn GoTo dan Bukalapak PHK 1.300 karyawan.")]
    [InlineData("id", "BPS: penduduk miskin 25,22 juta orang per Maret 2024")]
    [InlineData("id", "Harga beras medium naik 15 persen dalam sepekan menjadi Rp14.500 per kilogram, kata kepala pasar.")]
    [InlineData("en", "340 people")]
    [InlineData("en", "5 percent")]
    [InlineData("en", "3 dead")]
    [InlineData("en", "$5 million")]
    [InlineData("en", "twice as many")]
    [InlineData("en", "a 12% rise")]
    [InlineData("en", "Rates fell 0.4%.")]
    [InlineData("en", "Jakarta has 10.6 million residents.")]
    [InlineData("en", "PT Telkom Indonesia posted a profit of Rp 24 trillion.")]
    [InlineData("en", "Gunung Merapi erupted, sending ash 3 km into the sky.")]
    [InlineData("en", "Budi Santoso, 45, said he waited three hours.")]
    [InlineData("en", "Household spending fell 0.4% in January, the third monthly drop in a row.")]
    [InlineData("fr", "Les prix ont augmenté de 15 pour cent en une semaine, a déclaré le ministre.")]
    [InlineData("de", "Die Preise sind um 15 Prozent gestiegen, sagte der Minister.")]
    [InlineData("nl", "De prijzen stegen met 15 procent, zei de minister.")]
    [InlineData("es", "Los precios subieron un 15 por ciento, dijo el ministro.")]
    [InlineData("pt", "O governo anunciou 300 milhões de euros para escolas.")]
    [InlineData("it", "Il governo ha annunciato 300 milioni di euro per le scuole.")]
    [InlineData("tr", "Hükümet okullar için 300 milyon lira açıkladı.")]
    [InlineData("vi", "Chính phủ công bố 300 triệu đồng cho các trường học.")]
    [InlineData("fil", "Ang presyo ng bigas ay tumaas ng 15 porsyento, ayon sa kalihim.")]
    [InlineData("sw", "Serikali ilitangaza shilingi milioni 300 kwa ajili ya shule.")]
    [InlineData("ru", "Правительство выделило 300 миллионов рублей на школы.")]
    [InlineData("ar", "أعلنت الحكومة تخصيص 300 مليون للمدارس.")]
    [InlineData("zh", "政府宣布了三项新措施，预算为三百万元。")]
    [InlineData("ja", "政府は学校に3億円を支出すると発表した。")]
    [InlineData("ko", "정부는 학교에 3억 원을 지출한다고 발표했다.")]
    [InlineData("th", "รัฐบาลประกาศงบประมาณ 300 ล้านบาท")]
    [InlineData("hi", "सरकार ने स्कूलों के लिए 300 करोड़ रुपये की घोषणा की।")]
    public void The_language_of_a_sentence_is_found(string language, string sentence)
    {
        Assert.Equal(language, LanguageFinder.Find(sentence));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12.345 + 7 %")]
    [InlineData("…")]
    public void Where_there_are_no_words_the_language_is_undetermined_or_what_is_declared(string text)
    {
        Assert.Equal("und", LanguageFinder.Find(text));
        Assert.Equal("id", LanguageFinder.Find(text, "id"));
    }

    [Fact]
    public void Every_language_that_is_read_whole_can_be_found()
    {
        // One that nothing is known of would silently be read as another.
        Assert.Empty(ClaimExtractor.WholeLanguages.Except(LanguageFinder.Known));
    }

    [Theory]
    [InlineData("id", "Harga beras naik kerana cuaca, tetapi uang dan pasokan cukup karena impor.")]
    [InlineData("ms", "Harga beras naik 15 peratus kerana bekalan merosot, katanya.")]
    [InlineData("yue", "佢哋話今年有三千人嚟咗香港，係上年嘅兩倍。")]
    [InlineData("ps", "په دې ښار کې درې زره کسان ژوند کوي.")]
    [InlineData("as", "ৰাজ্যখনত তিনি হাজাৰ মানুহ আছে।")]
    [InlineData("ti", "መንግስቲ ን300 ሰባት ሓገዝ ኣዳልዩ ኣሎ።")]
    [InlineData("ja", "政府は3億円を支出。")]
    [InlineData("km", "រដ្ឋាភិបាលបានប្រកាសថវិកា ៣០០ លាន។")]
    [InlineData("uk", "Уряд виділив 300 мільйонів гривень на школи.")]
    [InlineData("pl", "Rząd przeznaczył 300 milionów złotych na szkoły.")]
    [InlineData("ca", "El govern ha anunciat tres-cents milions d'euros per a les escoles d'aquest país.")]
    public void Neighbours_are_told_apart_by_their_own_letters_and_words(string language, string sentence)
    {
        Assert.Equal(language, LanguageFinder.Find(sentence));
    }

    [Fact]
    public void An_article_under_a_menu_in_another_language_is_in_its_own()
    {
        const string menu = "Home News Sport Weather Subscribe to our newsletter and get the best of the week\n";
        const string sentence = "Harga beras naik 15 persen dalam sepekan, kata kepala pasar, karena pasokan dari tiga kabupaten turun.\n";

        Assert.Equal("id", LanguageFinder.Find(menu + string.Concat(Enumerable.Repeat(sentence, 100))));
    }

    [Fact]
    public void Many_threads_get_the_answer_that_one_gets()
    {
        var found = new string[64];
        Parallel.For(0, found.Length, i => found[i] = LanguageFinder.Find(i % 2 == 0 ? "naik 2,5 persen" : "Rates fell 0.4%."));

        Assert.Equal(Enumerable.Range(0, found.Length).Select(i => i % 2 == 0 ? "id" : "en"), found);
    }

    [Theory]
    [InlineData("id", "id")]
    [InlineData("id-ID", "id")]
    [InlineData("ID_id", "id")]
    [InlineData(" in ", "id")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("fil", "fil")]
    [InlineData("", null)]
    [InlineData("indonesian", null)]
    [InlineData("i", null)]
    [InlineData("12", null)]
    [InlineData("id-", null)]
    [InlineData("id;q=0.9", null)]
    [InlineData("und", null)]
    public void A_tag_comes_down_to_its_language(string tag, string? language)
    {
        Assert.Equal(language, LanguageTag.Normalise(tag));
    }

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("in", "id")]
    [InlineData("fr", "fr")]
    public void What_the_sender_states_wins(string stated, string language)
    {
        Assert.Equal(language, Reading.Of("Harga beras naik 15 persen.", language: stated).Text().Language);
    }

    [Fact]
    public void A_stated_language_that_is_no_tag_is_refused()
    {
        Assert.Equal(
            "The language \"Bahasa Indonesia\" is no BCP 47 tag. Send one such as \"id\" or \"en-GB\", or none to have it found.",
            Reading.Of("Harga beras naik.", language: "Bahasa Indonesia").Problem().Message);
    }
}
