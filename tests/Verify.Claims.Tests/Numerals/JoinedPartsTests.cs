using System.Globalization;
using Verify.Claims.Quantities;

namespace Verify.Claims.Tests.Numerals;

/// <summary>A whole number and what is said after it: a part, so many dozens, decimals, the number it is divided by.</summary>
public sealed class JoinedPartsTests
{
    [Theory]
    [InlineData("fr", "trente et deux cinquièmes", "30.4")]
    [InlineData("fr", "soixante et un dixièmes", "6.1")]
    [InlineData("fr", "soixante et onze dixièmes", "7.1")]
    [InlineData("fr", "deux cents et trois quarts", "200.75")]
    [InlineData("fr", "quatre cent vingt cinquièmes", "84")]
    [InlineData("es", "cuarenta y tres quintos", "8.6")]
    [InlineData("es", "treinta tres quintos", "30.6")]
    [InlineData("pt", "duzentos e três quartos", "200.75")]
    [InlineData("pt", "duzentos e trinta e dois quintos", "46.4")]
    [InlineData("sv", "tvåhundra och tre fjärdedelar", "200.75")]
    [InlineData("nl", "vijftig drie vijfde", "50.6")]
    [InlineData("nl", "vierhonderd en drie vijfde", "400.6")]
    [InlineData("nl", "acht miljoen en een half", "8500000")]
    [InlineData("nl", "acht miljoen en twee vijfde", "8400000")]
    [InlineData("de", "sieben und drei Viertel Millionen", "7750000")]
    [InlineData("en", "nine and three tenths billion", "9300000000")]
    [InlineData("fr", "trois quarts de milliard", "750000000")]
    [InlineData("it", "tre quarti di milione", "750000")]
    [InlineData("it", "5 e 3/4", "5.75")]
    [InlineData("en", "5 and 3/4", "5.75")]
    [InlineData("ko", "이백과 오분의 삼", "200.6")]
    [InlineData("en", "four and three quarter million", "4750000")]
    [InlineData("en", "four-and-a-half million", "4500000")]
    [InlineData("en", "4 1/2 million", "4500000")]
    [InlineData("en", "3/4 million", "750000")]
    [InlineData("en", "quarter of a million", "250000")]
    [InlineData("en", "four years and a half", "4.5")]
    [InlineData("en", "a week and a half", "1.5")]
    [InlineData("en", "a week-and-a-half", "1.5")]
    [InlineData("ro", "patru ani și jumătate", "4.5")]
    [InlineData("cs", "čtyři a půl milionu", "4500000")]
    [InlineData("hu", "négy és fél millió", "4500000")]
    [InlineData("ga", "milliún go leith", "1500000")]
    [InlineData("zh", "四成半", "45")]
    [InlineData("zh", "四成二", "42")]
    public void A_part_is_added_to_what_stands_before_it(string language, string text, string value) => Reads(language, text, value);

    [Theory]
    [InlineData("es", "tres mil y cinco docenas", "3060")]
    [InlineData("it", "duecento e tre dozzine", "236")]
    [InlineData("nl", "tweehonderd en drie dozijn", "236")]
    [InlineData("en", "four thousand and two dozen", "4024")]
    [InlineData("tr", "iki yüz üç düzine", "2436")]
    [InlineData("sv", "tvåhundratre dussin", "2436")]
    [InlineData("es", "treinta y dos docenas", "384")]
    [InlineData("en", "two and a half dozen", "30")]
    [InlineData("en", "two dozen and a half", "30")]
    public void Dozens_behind_a_joining_word_are_of_the_last_part(string language, string text, string value) => Reads(language, text, value);

    [Theory]
    [InlineData("es", "ocho con veinticinco", "8.25")]
    [InlineData("es", "mil doscientos ocho con veinticinco por ciento", "1208.25")]
    [InlineData("es", "ocho con cinco metros", "8.5")]
    [InlineData("es", "tres mil cuatro coma dos mil ciento uno", "3004.2101")]
    [InlineData("es", "tres coma dos mil", "3200")]
    [InlineData("es", "tres coma cinco millones", "3500000")]
    [InlineData("fr", "trois virgule vingt-cinq milliards", "3250000000")]
    [InlineData("pt", "três mil e quatro vírgula vinte e um", "3004.21")]
    public void Decimals_are_said_as_one_number(string language, string text, string value) => Reads(language, text, value);

    [Theory]
    [InlineData("en", "1 in fifty", "0.02")]
    [InlineData("en", "2000 over 5", "400")]
    [InlineData("sv", "2000 genom 5", "400")]
    [InlineData("es", "1 sobre 4 por ciento", "0.25")]
    [InlineData("en", "-5/4", "-1.25")]
    [InlineData("zh", "-5/4", "-1.25")]
    public void A_number_is_divided_by_the_one_behind_it(string language, string text, string value) => Reads(language, text, value);

    [Theory]
    [InlineData("es", "Llegaron ocho con veinticinco amigos.")]
    [InlineData("es", "Empataron tres con tres.")]
    [InlineData("es", "El niño de siete con dos años de clase lee bien.")]
    [InlineData("es", "Votaron dos tercios de los mil empleados.")]
    [InlineData("en", "The plan would close 20 and 1/3 of them.")]
    [InlineData("en", "One in five pupils walks to school.")]
    [InlineData("en", "They met more than 2 in 5.")]
    [InlineData("en", "He served 2 years and half of his men died.")]
    [InlineData("zh", "三成五人反对。")]
    public void Two_numbers_stay_two(string language, string text) =>
        Assert.Equal(2, ClaimExtractor.For(language)!.Extract(text).Quantities.Length);

    [Theory]
    [InlineData("ko", "백과 오분의 이는 오답이다", "100.4")]
    [InlineData("ko", "2 1/4 조각을 주었다", "2.25")]
    [InlineData("ja", "一時間かかった", "1")]
    [InlineData("es", "Es una vez y media mayor.", "1.5")]
    [InlineData("fr", "La salle a reçu mille cinq cent personnes.", "1500")]
    [InlineData("en", "They won three quarter-finals.", "3")]
    public void One_number_is_read_among_words(string language, string text, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Assert.Single(ClaimExtractor.For(language)!.Extract(text).Quantities).Value);

    [Theory]
    [InlineData("en", "between five and three quarters of a million", 5, 750000)]
    [InlineData("de", "zwischen fünf und drei Viertel Millionen", 5, 750000)]
    public void The_ends_of_a_range_are_not_added(string language, string text, double low, double high)
    {
        var quantity = Assert.Single(ClaimExtractor.For(language)!.Extract(text).Quantities);
        Assert.Equal((Relation.Range, (decimal)low, (decimal?)(decimal)high), (quantity.Relation, quantity.Value, quantity.Upper));
    }

    [Theory]
    [InlineData("en", "It was sold in 2000 over three million times.", 3000000)]
    [InlineData("en", "They played 5 in 2019.", 5)]
    public void A_year_is_neither_divided_nor_divides(string language, string text, double value) =>
        Assert.Equal((decimal)value, Assert.Single(ClaimExtractor.For(language)!.Extract(text).Quantities).Value);

    static void Reads(string language, string text, string value)
    {
        var quantity = Assert.Single(ClaimExtractor.For(language)!.Extract(text).Quantities);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), quantity.Value);
        Assert.Equal((0, text.Length), (quantity.Span.Start, quantity.Span.End));
    }
}
