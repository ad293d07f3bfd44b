using System.Globalization;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Quantities;
using Verify.Claims.Tests.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Tests.Numerals;

/// <summary>Numbers in groups of four: in signs, in digits, in both.</summary>
public sealed class MyriadsTests
{
    [Theory]
    [InlineData("zh", "二〇二四", "2024")]
    [InlineData("zh", "一百零五", "105")]
    [InlineData("zh", "一千零一十万", "10100000")]
    [InlineData("zh", "3亿5千万", "350000000")]
    [InlineData("zh", "四千五百六十九万八千三百一十一亿", "4569831100000000")]
    [InlineData("zh", "四万万", "400000000")]
    [InlineData("zh", "一万三", "13000")]
    [InlineData("zh", "兩千三百五", "2350")]
    [InlineData("zh", "壹佰伍拾", "150")]
    [InlineData("zh", "三点一四", "3.14")]
    [InlineData("zh", "三分之二", "0.6666666666666666666666666667")]
    [InlineData("zh", "一又二分之一", "1.5")]
    [InlineData("zh", "负三十二", "-32")]
    [InlineData("zh", "廿四", "24")]
    [InlineData("ja", "1万2000", "12000")]
    [InlineData("ja", "五十五兆一十二億四万五千二", "55001200045002")]
    [InlineData("ja", "千五百", "1500")]
    [InlineData("ja", "４分の３", "0.75")]
    [InlineData("ja", "３ダース", "36")]
    [InlineData("ko", "2만5천", "25000")]
    [InlineData("ko", "1억 2천 5백만", "125000000")]
    [InlineData("ko", "열다섯", "15")]
    [InlineData("ko", "스물하나", "21")]
    [InlineData("ko", "삼분의 이", "0.6666666666666666666666666667")]
    [InlineData("ko", "일백육십일", "161")]
    public void A_number_is_read_to_its_end(string language, string text, string value)
    {
        var quantity = Assert.Single(ClaimExtractor.For(language)!.Extract(text).Quantities);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), quantity.Value);
        Assert.Equal((0, text.Length), (quantity.Span.Start, quantity.Span.End));
    }

    [Theory]
    [InlineData("zh", "两三百人", 200, 300)]
    [InlineData("zh", "七八个小时", 7, 8)]
    [InlineData("zh", "五六万元", 50000, 60000)]
    [InlineData("zh", "三至五天", 3, 5)]
    [InlineData("zh", "五元六角到五元七角八分", 5.6, 5.78)]
    [InlineData("ja", "七、八人", 7, 8)]
    [InlineData("ja", "20と30の間", 20, 30)]
    [InlineData("ja", "5人から10人", 5, 10)]
    [InlineData("ja", "100以上300未満", 100, 300)]
    [InlineData("ko", "두세 개", 2, 3)]
    [InlineData("ko", "20과 30 사이", 20, 30)]
    public void Two_ends_are_a_range(string language, string text, double low, double high)
    {
        var quantity = Assert.Single(ClaimExtractor.For(language)!.Extract(text).Quantities);
        Assert.Equal((Relation.Range, (decimal)low, (decimal?)(decimal)high), (quantity.Relation, quantity.Value, quantity.Upper));
    }

    [Theory]
    [InlineData("zh", "数百人", Relation.About, 100)]
    [InlineData("zh", "十几万人", Relation.More, 100000)]
    [InlineData("zh", "五百多人", Relation.More, 500)]
    [InlineData("ja", "百二十数億円", Relation.More, 12000000000)]
    [InlineData("ko", "수십만 명", Relation.About, 100000)]
    [InlineData("ko", "십여만 명", Relation.More, 100000)]
    public void What_is_not_said_exactly_is_no_exact_number(string language, string text, Relation relation, double value)
    {
        var quantity = Assert.Single(ClaimExtractor.For(language)!.Extract(text).Quantities);
        Assert.Equal((relation, (decimal)value), (quantity.Relation, quantity.Value));
    }

    [Theory]
    [InlineData("zh", "百分之四点五", 4.5)]
    [InlineData("zh", "千分之二", 0.2)]
    [InlineData("zh", "三成", 30)]
    [InlineData("zh", "八五折", 85)]
    [InlineData("ja", "５割", 50)]
    [InlineData("ja", "5割半", 55)]
    public void Tenths_and_hundredths_are_percent(string language, string text, double value)
    {
        var quantity = Assert.Single(ClaimExtractor.For(language)!.Extract(text).Quantities);
        Assert.Equal((QuantityKind.Percent, (decimal)value, "%"), (quantity.Kind, quantity.Value, quantity.Unit?.Code));
    }

    [Theory]
    [InlineData("zh", "我们一起努力，一定会成功。")]
    [InlineData("zh", "三星和三菱参与了竞争。")]
    [InlineData("zh", "他于2020年5月3日上午9点30分抵达。")]
    [InlineData("ja", "四国と九州を一緒に旅行した。")]
    [InlineData("ja", "令和6年1月1日午後4時10分に起きた。")]
    [InlineData("ko", "이번 조사는 한국과 일본의 경제를 다룬다.")]
    [InlineData("ko", "사장은 오전 9시 30분에 이사회를 열었다.")]
    public void Signs_of_words_and_dates_are_no_numbers(string language, string text) =>
        Assert.Empty(ClaimExtractor.For(language)!.Extract(text).Quantities);

    /// <summary>Read where a number is sure to begin, so that only its parts decide where it ends.</summary>
    [Theory]
    [InlineData("zh", "五十兆字节", "五十", "50")]
    [InlineData("zh", "2.3千克", "2.3", "2.3")]
    [InlineData("zh", "一百零元", "一百", "100")]
    [InlineData("zh", "三点一四", "三点一四", "3.14")]
    [InlineData("zh", "二百两", "二百", "200")]
    [InlineData("zh", "一万零三", "一万零三", "10003")]
    [InlineData("zh", "5k", "5k", "5000")]
    [InlineData("ja", "300と2ダース", "300と2ダース", "324")]
    [InlineData("ja", "百ダース", "百ダース", "1200")]
    [InlineData("ja", "一万三", "一万三", "10003")]
    [InlineData("ko", "만 19세", "만", "10000")]
    [InlineData("ko", "3점 5", "3점 5", "3.5")]
    [InlineData("ko", "십 이상", "십", "10")]
    [InlineData("ko", "삼십 세", "삼십", "30")]
    public void A_part_that_does_not_belong_to_it_ends_the_number(string language, string text, string number, string value) =>
        Assert.Equal((decimal.Parse(value, CultureInfo.InvariantCulture), number), MadeUp.Ask(Shipped.Find(language)!, text, (in s, _) =>
            Myriads.TryWhole(s, 0, out var whole) ? Extended(s, whole) : default));

    /// <summary>"三点" is three o'clock, and what follows are minutes.</summary>
    [Fact]
    public void A_place_has_no_figures_after_a_point() =>
        Assert.Equal((3, 1), MadeUp.Ask(Shipped.Find("zh")!, "三点二十分", (in s, _) => s.Language.Numerals.TryPlace(s, 0, out var place) ? (place.Value, place.Next) : default));

    [Theory]
    [InlineData("十余万", NumeralForms.Odd)]
    [InlineData("数百万", NumeralForms.Vague)]
    [InlineData("三百万", NumeralForms.Scaled)]
    [InlineData("三点五", NumeralForms.Decimals)]
    public void It_is_known_how_a_number_was_written(string text, object form) =>
        Assert.Equal((NumeralForms)form, (NumeralForms)form & MadeUp.Ask(Shipped.Find("zh")!, text, (in s, _) => Myriads.TryWhole(s, 0, out var whole) ? whole.Forms : NumeralForms.None));

    static (decimal Value, string Number) Extended(in Sentence s, Numeral whole)
    {
        MyriadParts.Extend(s, ref whole);
        return (whole.Value, s.Of(s.Between(whole.First, whole.Next)).ToString());
    }
}
