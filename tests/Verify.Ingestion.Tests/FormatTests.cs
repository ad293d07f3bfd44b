namespace Verify.Ingestion.Tests;

public sealed class FormatTests
{
    const string Page = "<!DOCTYPE html><p>Harga beras naik 15 persen di pasar induk, kata kepala pasar.</p>";
    const string Json = """{"text": "Harga beras naik 15 persen."}""";
    const string Plain = "Harga beras naik 15 persen.";

    [Theory]
    [InlineData(Page, "text/html", null, "html")]
    [InlineData(Page, "TEXT/HTML; Charset=UTF-8", "x.txt", "html")]
    [InlineData(Page, "application/xhtml+xml", null, "html")]
    [InlineData(Page, null, "berita.HTM", "html")]
    [InlineData(Page, null, null, "html")]
    [InlineData("\uFEFF\n  <HTML><p>Harga beras naik 15 persen.</p>", null, "berita", "html")]
    [InlineData(Page, "text/plain", "berita.html", "text")]
    [InlineData(Page, "application/octet-stream", "berita.txt", "text")]
    [InlineData(Page, "application/x-www-form-urlencoded", null, "html")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- x --><!DOCTYPE html><p>Harga beras naik 15 persen.</p>", null, null, "html")]
    [InlineData("<p class=x>Harga beras naik 15 persen.</p>", null, null, "html")]
    [InlineData("<pedas> lima ribu orang", null, null, "text")]
    [InlineData("<?xml version=\"1.0\"?><rss/>", "text/plain", null, "text")]
    [InlineData(Json, "application/json", null, "json")]
    [InlineData(Json, "application/x-www-form-urlencoded", null, "json")]
    [InlineData(Json, "application/octet-stream", "a.json", "json")]
    [InlineData(Json, null, null, "json")]
    [InlineData(Json, "text/plain", null, "text")]
    [InlineData(Json, "text/plain", "a.json", "text")]
    [InlineData("{kurung kurawal} bukan JSON", null, null, "text")]
    [InlineData(Plain, null, null, "text")]
    [InlineData(Plain, "text/markdown", null, "text")]
    [InlineData(Plain, "text/x-whatever", null, "text")]
    [InlineData(Plain, "not a media type at all", null, "text")]
    [InlineData(Plain, null, "catatan.xyz", "text")]
    public void The_declared_type_decides_then_the_ending_then_the_first_bytes(string content, string? mediaType, string? fileName, string format)
    {
        Assert.Equal(format, Reading.Of(content, mediaType, fileName).Text().Format);
    }

    [Theory]
    [InlineData("application/msword")]
    [InlineData("image/svg+xml")]
    [InlineData("multipart/form-data; boundary=x")]
    public void A_declared_type_that_is_not_read_is_refused_by_its_name(string mediaType)
    {
        var problem = Reading.Of(Plain, mediaType).Problem();

        Assert.Equal("unsupportedFormat", problem.Code);
        Assert.Equal($"The input is declared as \"{mediaType.Split(';')[0]}\", which is not read. Send plain text, HTML or JSON.", problem.Message);
    }

    [Theory]
    [InlineData(null, "feed.xml")]
    [InlineData("text/xml", null)]
    [InlineData(null, null)]
    public void Xml_that_is_no_page_is_refused(string? mediaType, string? fileName)
    {
        Assert.EndsWith(
            " is an XML document, which is not read. Send plain text, HTML or JSON.",
            Reading.Of("<?xml version=\"1.0\"?><rss><item>Harga naik</item></rss>", mediaType, fileName).Problem().Message);
    }

    [Theory]
    [InlineData("Harga Beras Naik 15 Persen\n\nHarga beras naik, kata menteri.", "Harga Beras Naik 15 Persen")]
    [InlineData("\uFEFF\r\nCouncil approves bridge repair\r\n\r\nCouncillors voted 31 to 9.", "Council approves bridge repair")]
    [InlineData("Berapa Harga Beras Sekarang?\n\nRp14.500 per kilogram.", "Berapa Harga Beras Sekarang?")]
    [InlineData("Harga beras naik 15 persen.\n\nStok cukup.", null)]
    [InlineData("Harga beras naik 15 persen\nStok cukup.", null)]
    [InlineData("Jakarta\n\nHarga beras naik.", null)]
    [InlineData("Harga Beras Naik\n\n", null)]
    [InlineData("Harga Beras Naik", null)]
    public void A_plain_text_has_a_title_only_where_it_plainly_has_one(string text, string? title)
    {
        Assert.Equal(title, Reading.Of(text, "text/plain").Text().Title);
    }

    [Theory]
    [InlineData("satu\r\ndua\rtiga\n\tempat  ")]
    [InlineData("a\u00A0b\u200Bc 😀")]
    public void A_plain_text_is_kept_as_it_is(string text)
    {
        Assert.Equal(text, Reading.Of(text).Text().Text);
    }
}
