using System.Globalization;
using Verify.Claims;
using Verify.Functions.Language;

namespace Verify.Functions.Tests.Language;

/// <summary>Documents hold whole sentences, no more than the service takes, and cut no letter.</summary>
public sealed class PassagesTests
{
    const int Most = Passages.MostCodePoints;

    static Passages Of(string text, params (int Start, int End)[] sentences) => Passages.Of(text, [.. sentences.Select(one => new Excerpt(one.Start, one.End))]);

    static IEnumerable<(int, int)> Documents(Passages passages) => passages.Documents.Select(document => (document.Start, document.End));

    [Fact]
    public void Sentences_share_a_document_with_what_stands_between_them() =>
        Assert.Equal([(10, 50)], Documents(Of(new string('a', 100), (10, 20), (30, 50))));

    [Fact]
    public void What_nobody_asked_about_is_not_sent() =>
        Assert.Equal([(10, 20), (90_000, 90_010)], Documents(Of(new string('a', 100_000), (10, 20), (90_000, 90_010))));

    [Fact]
    public void A_document_holds_exactly_as_much_as_the_service_takes()
    {
        var text = new string('a', 3 * Most);
        Assert.Equal([(0, Most)], Documents(Of(text, (0, 100), (100, Most))));
        Assert.Equal([(0, 100), (100, Most + 1)], Documents(Of(text, (0, 100), (100, Most + 1))));
    }

    [Fact]
    public void Emoji_count_by_their_code_points()
    {
        var text = string.Concat(Enumerable.Repeat("😀", Most + 1));
        Assert.Equal([(0, 2 * Most)], Documents(Of(text, (0, Most), (Most, 2 * Most))));
        Assert.Equal([(0, Most), (Most, 2 * Most + 2)], Documents(Of(text, (0, Most), (Most, 2 * Most + 2))));
    }

    [Fact]
    public void A_sentence_longer_than_a_document_is_cut_at_a_blank()
    {
        var text = $"{new string('a', Most - 10)} {new string('b', Most - 2)} ccc";
        Assert.Equal([(0, Most - 9), (Most - 9, 2 * Most - 10), (2 * Most - 10, text.Length)], Documents(Of(text, (0, text.Length))));
    }

    public static TheoryData<string, string> Wholes => new()
    {
        { "a letter with an accent that combines", "e\u0301" },
        { "an emoji", "😀" },
        { "a family", "👨‍👩‍👧‍👦" },
        { "a flag", "🇮🇩" },
        { "a line end", "\r\n" },
        { "a Thai syllable", "กำ" },
    };

    [Theory, MemberData(nameof(Wholes))]
    public void A_text_element_is_never_cut(string what, string element)
    {
        Assert.NotEmpty(what);
        for (var shift = 0; shift < element.Length; shift++)
        {
            var text = new string('a', shift) + string.Concat(Enumerable.Repeat(element, 2 * Most));
            var boundaries = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
            var passages = Of(text, (0, text.Length));
            Assert.Empty(passages.TooLong);
            Assert.All(passages.Documents, document => Assert.True(boundaries.Contains(document.Start) && boundaries.Contains(document.End)));
            Assert.Equal(text, string.Concat(passages.Documents.Select(document => document.Of(text).ToString())));
        }
    }

    [Fact]
    public void A_letter_with_more_accents_than_a_document_holds_is_left_out_and_the_rest_goes_on()
    {
        var text = $"aa{new string('\u0301', Most)}bb";
        var passages = Of(text, (0, text.Length));
        Assert.Equal([(0, 1), (Most + 2, Most + 4)], Documents(passages));
        Assert.Equal([new Excerpt(1, Most + 2)], passages.TooLong.ToArray());
    }

    [Fact]
    public void No_sentences_are_no_documents() => Assert.Empty(Of("text").Documents);

    [Fact]
    public void Half_a_surrogate_pair_is_sent_as_what_stands_for_it()
    {
        foreach (var (text, sent) in new[] { ("plain", "plain"), ("a\ud83db", "a\ufffdb"), ("\ude00", "\ufffd"), ("\ude00\ud83d", "\ufffd\ufffd"), ("😀", "😀") })
            Assert.Equal(sent, Passages.Words(text, new(0, text.Length)));
    }
}
