using CsCheck;
using Verify.Ingestion.Languages;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests;

public sealed class AnyBytesTests
{
    static readonly Gen<string?> MediaTypes = Gen.OneOf<string?>(
        null, "", "text/plain", "text/html", "application/json", "text/plain; charset=utf-16le", "text/html; charset=shift_jis", "text/plain; charset=gb18030",
        "text/plain; charset=iso-2022-jp", "text/plain; charset=utf-7", "application/octet-stream", "image/png", "; charset=", "a/b; c=\"");

    static readonly Gen<string?> FileNames = Gen.OneOf<string?>(null, "", "a.txt", "a.html", "a.json", ".", "a/", "\0");

    static readonly Gen<string?> Tags = Gen.OneOf<string?>(null, "id", "en-GB", "x", "");

    /// <summary>Pieces that lead deeper into the readers than random bytes do.</summary>
    static readonly Gen<string> Piece = Gen.OneOf(
        "<", ">", "<p>", "</p>", "<div class=caption>", "<table><td>", "<script type=application/ld+json>", "</script>", "<title>", "<h1>", "<meta charset=", "utf-8",
        "\"", "{", "}", "\"text\":", "\"html\":", "\"lang\":", "\"url\":", ",", "[", "]", "\\ud800", "\\u0000", "\\", "null", "{\"@type\":\"NewsArticle\",\"author\":", "&#xD800;", "&#0;",
        "Harga beras naik 15 persen, kata menteri. ", "\r\n", "\0", "\uFEFF", "“", "😀");

    static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.Select(Piece.Array[0, 40], pieces => System.Text.Encoding.UTF8.GetBytes(string.Concat(pieces))),
        Gen.Select(Piece.Array[0, 20], Gen.Byte.Array[0, 4], (pieces, bytes) => (byte[])[.. System.Text.Encoding.UTF8.GetBytes(string.Concat(pieces)), .. bytes, .. "</p>"u8]));

    [Fact]
    public void Any_bytes_are_read_or_refused_or_name_an_address_and_twice_the_same()
    {
        Gen.Select(Bytes, MediaTypes, FileNames, Tags).Sample((bytes, mediaType, fileName, language) =>
        {
            var first = Reading.Of(bytes, mediaType, fileName, language);
            if (first is ArticleReading.Refused refused)
            {
                Assert.Equal(refused, Reading.Of(bytes, mediaType, fileName, language));
                Assert.DoesNotContain("could not be parsed", refused.Problem.Message);
                return;
            }

            if (first is ArticleReading.Elsewhere place)
            {
                Assert.Equal(place.Address, Assert.IsType<ArticleReading.Elsewhere>(Reading.Of(bytes, mediaType, fileName, language)).Address);
                return;
            }

            var text = first.Text();
            Assert.Equal(text.Text, Reading.Of(bytes, mediaType, fileName, language).Text().Text);
            Assert.False(string.IsNullOrWhiteSpace(text.Text));
            Assert.Equal(text.Text, new string(text.Text.EnumerateRunes().SelectMany(r => r.ToString()).ToArray()));
            Assert.True(text.Language == LanguageFinder.Undetermined || LanguageTag.Normalise(text.Language) == text.Language);
        }, iter: 20_000);
    }
}
