using System.Text;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests;

public sealed class EnvelopeTests
{
    static ArticleReading Read(string json) => Reading.Of(json, "application/json");

    [Fact]
    public void Everything_an_envelope_states_is_kept_and_its_text_names_the_article()
    {
        var read = Assert.IsType<ArticleReading.Read>(Read(
            """
            {"text": "Baris satu\r\nHarga naik 5\u00a0persen \ud83d\ude00", "title": " Harga\n Naik ", "lang": "id-ID", "authors": ["Ratna", "Dimas"],
             "publisher": "Kabar Pasar", "published": "2024-05-31T07:30:00+07:00", "url": "https://kabar.example/a?b=1"}
            """));

        const string text = "Baris satu\r\nHarga naik 5\u00a0persen 😀";
        Assert.Equal(Encoding.UTF8.GetBytes(text), read.Raw);
        Assert.Equal(["Ratna", "Dimas"], read.Text.Authors);
        Assert.Equal(
            new ArticleText(text, "json", "id", "Harga Naik", [], "Kabar Pasar", "2024-05-31T07:30:00+07:00", "https://kabar.example/a?b=1"),
            read.Text with { Authors = [] });
    }

    [Fact]
    public void Optional_fields_may_be_null_or_absent()
    {
        var text = Read("""{"text": "Harga naik 5 persen.", "title": null, "lang": null, "author": null, "authors": null, "published": null}""").Problem();
        Assert.Equal("/authors", text.Field);

        Assert.Null(Read("""{"text": "Harga naik 5 persen.", "title": null, "lang": null, "authors": null}""").Text().Title);
    }

    [Fact]
    public void Html_in_an_envelope_is_read_as_a_page_and_the_envelope_has_the_last_word_on_it()
    {
        const string page = "<title>Halaman</title><meta name=author content=Yusuf><h1>Banjir Rendam Rumah</h1><p>Banjir merendam 320 rumah, kata petugas.</p>";
        var read = Assert.IsType<ArticleReading.Read>(Read($$"""{"html": "{{page}}", "title": "Banjir", "lang": "in"}"""));

        Assert.Equal(Encoding.UTF8.GetBytes(page), read.Raw);
        Assert.Equal(("html", "id", "Banjir"), (read.Text.Format, read.Text.Language, read.Text.Title));
        Assert.Equal(["Yusuf"], read.Text.Authors);
        Assert.Contains("320 rumah", read.Text.Text);
    }

    [Theory]
    [InlineData("""[1]""", "", "The input is JSON, but an array. Send an object: {\"text\": \"…\"}.")]
    [InlineData("""{}""", "/text", "The input has no \"text\". Send the article's text as \"text\", its page as \"html\", or the address that it stands at as \"url\".")]
    [InlineData("""{"text": 5}""", "/text", "The input, field \"/text\": is a number; send a string.")]
    [InlineData("""{"text": null}""", "/text", "The input has no \"text\". Send the article's text as \"text\", its page as \"html\", or the address that it stands at as \"url\".")]
    [InlineData("""{"text": "a", "Text": "b"}""", "/Text", "The input has the unknown field \"Text\". Known are text, html, title, lang, author, authors, publisher, published and url.")]
    [InlineData("""{"text": "a", "a/b~c": 1}""", "/a~1b~0c", "The input has the unknown field \"a/b~c\". Known are text, html, title, lang, author, authors, publisher, published and url.")]
    [InlineData("""{"text": "a", "text": "b"}""", "/text", "The input has the field \"text\" twice. Send it once.")]
    [InlineData("""{"text": "a", "html": "b"}""", "/html", "The input has both \"text\" and \"html\". Send one of them.")]
    [InlineData("""{"text": "a", "author": "b", "authors": ["c"]}""", "/authors", "The input has both \"author\" and \"authors\". Send one of them.")]
    [InlineData("""{"text": "a", "title": ["b"]}""", "/title", "The input, field \"/title\": is an array; send a string.")]
    [InlineData("""{"text": "a", "authors": "b"}""", "/authors", "The input, field \"/authors\": is a string; send an array of strings, or one string as \"author\".")]
    [InlineData("""{"text": "a", "authors": ["b", {}]}""", "/authors/1", "The input, field \"/authors/1\": is an object; send a string.")]
    [InlineData("""{"text": "a", "lang": "Indonesian language"}""", "/lang", "The input, field \"/lang\": \"Indonesian language\" is no language tag (BCP 47); send one such as \"id\" or \"en-GB\", or leave it out to have it found.")]
    [InlineData("""{"text": "a", "published": "31/5/2024"}""", "/published", "The input, field \"/published\": \"31/5/2024\" is no ISO 8601 date; send one such as \"2024-05-31\" or \"2024-05-31T07:30:00+07:00\".")]
    [InlineData("""{"text": "a", "published": "2024-02-30"}""", "/published", "The input, field \"/published\": \"2024-02-30\" is no ISO 8601 date; send one such as \"2024-05-31\" or \"2024-05-31T07:30:00+07:00\".")]
    [InlineData("""{"text": "a", "url": "/a"}""", "/url", "The input, field \"/url\": \"/a\" is no absolute http or https address; send one such as \"https://example.org/article\".")]
    [InlineData("""{"text": "a", "url": "javascript:alert(1)"}""", "/url", "The input, field \"/url\": \"javascript:alert(1)\" is no absolute http or https address; send one such as \"https://example.org/article\".")]
    [InlineData("{\"text\": \"a\",\n \"title\": x}", "", "The input is not valid JSON at line 2, byte 11: 'x' is an invalid start of a value.")]
    public void A_wrong_shape_is_refused_with_its_field_and_the_way_out(string json, string field, string message)
    {
        Assert.Equal(new InputProblem("wrongShape", message, field), Read(json).Problem());
    }

    [Fact]
    public void An_address_without_a_text_says_where_the_article_is_and_what_is_known_of_it()
    {
        var place = Assert.IsType<ArticleReading.Elsewhere>(Read(
            """{"url": " https://kabar.example/a ", "title": "Banjir", "author": "Ratna", "lang": "id-ID", "publisher": "Kabar", "published": "2024-05-31"}"""));
        Assert.Equal(("https://kabar.example/a", "id"), (place.Address, place.Language));
        Assert.Equal(new StatedFacts("Banjir", [], "Kabar", "2024-05-31"), place.Stated with { Authors = [] });
        Assert.Equal(["Ratna"], place.Stated.Authors);

        var bare = Assert.IsType<ArticleReading.Elsewhere>(Reading.Of("""{"url": "https://kabar.example/a", "text": null}""", "application/json", language: "en-GB"));
        Assert.Equal(("https://kabar.example/a", "en"), (bare.Address, bare.Language));
        Assert.Equal(StatedFacts.None, bare.Stated with { Authors = [] });
    }

    [Theory]
    [InlineData("""{"url": "https://kabar.example/a", "text": "Harga naik 5 persen."}""", "json")]
    [InlineData("""{"url": "https://kabar.example/a", "html": "<p>Harga beras naik 15 persen di pasar induk, kata kepala pasar.</p>"}""", "html")]
    public void An_address_beside_a_text_is_where_the_text_is_from(string json, string format) =>
        Assert.Equal((format, "https://kabar.example/a"), (Read(json).Text().Format, Read(json).Text().Url));

    [Theory]
    [InlineData("""{"url": "https://kabar.example/a", "text": ""}""", "empty", "/text")]
    [InlineData("""{"url": "https://user@kabar.example/a"}""", "wrongShape", "/url")]
    [InlineData("""{"url": ""}""", "wrongShape", "/url")]
    [InlineData("""{"url": null}""", "wrongShape", "/text")]
    public void An_address_saves_no_text_that_is_wrong_and_is_an_address(string json, string code, string field) =>
        Assert.Equal((code, field), (Read(json).Problem().Code, Read(json).Problem().Field));

    [Theory]
    [InlineData("{\"text\": \"a\"", "line 1, byte 13")]
    [InlineData("{\"text\": \"a\"}\n}", "line 2, byte 1")]
    [InlineData("{\"text\": 'a'}", "line 1, byte 10")]
    [InlineData("{\"text\": \"a\\x\"}", "line 1, byte 13")]
    public void Broken_json_is_refused_with_line_and_byte(string json, string place)
    {
        var problem = Read(json).Problem();

        Assert.Equal("wrongShape", problem.Code);
        Assert.StartsWith($"The input is not valid JSON at {place}: ", problem.Message);
    }

    [Theory]
    [InlineData("""{"text": "a\ud800b"}""", "\\ud800", 12)]
    [InlineData("""{"text": "a\udc00\ud800"}""", "\\udc00", 12)]
    [InlineData("""{"text": "\\\ud83dx"}""", "\\ud83d", 13)]
    [InlineData("""{"text": "a", "title": "\uD83D\uD83D\uDE00"}""", "\\uD83D", 25)]
    [InlineData("""{"\ud800": 1}""", "\\ud800", 3)]
    public void Half_a_surrogate_pair_is_refused_with_its_place(string json, string escape, int character)
    {
        var problem = Read(json).Problem();

        Assert.Equal("notText", problem.Code);
        Assert.StartsWith($"The input holds half a surrogate pair ({escape}) at line 1, character {character}: ", problem.Message);
    }

    [Theory]
    [InlineData("""{"text": ""}""", "empty", "/text")]
    [InlineData("""{"text": " \n\ufeff"}""", "empty", "/text")]
    [InlineData("""{"text": "a\u0000b"}""", "notText", "/text")]
    [InlineData("""{"html": "<html></html>"}""", "noArticle", "/html")]
    public void Text_in_an_envelope_meets_the_same_demands_as_text_alone(string json, string code, string field)
    {
        var problem = Read(json).Problem();

        Assert.Equal((code, field), (problem.Code, problem.Field));
    }

    [Fact]
    public void Json_is_utf8()
    {
        var problem = Reading.Of((byte[])[.. "{\"text\": \""u8, 0x93, .. "\"}"u8], "application/json").Problem();

        Assert.Equal("invalidEncoding", problem.Code);
        Assert.Contains("0x93 at offset 10", problem.Message);
    }

    [Fact]
    public void Nesting_without_end_is_broken_json_and_no_danger()
    {
        Assert.Equal("wrongShape", Read("{\"text\":" + new string('[', 1_000_000)).Problem().Code);
    }
}
