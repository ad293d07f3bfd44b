using System.Text;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests;

public sealed class PageTests
{
    static ArticleText Page(string file)
    {
        var html = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", file));
        // Kept as UTF-8 like every file here, sent as it declares itself.
        return Reading.Of(html.Contains("charset=windows-1252") ? Reading.In("windows-1252", html) : Encoding.UTF8.GetBytes(html), "text/html").Text();
    }

    [Fact]
    public void A_portal_page_gives_its_paragraphs_without_caption_share_line_related_links_advertisement_or_comments()
    {
        Assert.Equal(
            """
            Semarang - Harga beras medium di Pasar Induk naik 15 persen dalam sepekan menjadi Rp14.500 per kilogram, kata kepala pasar, Sri Hartini, pada Kamis malam.

            Menurut Sri, pasokan dari tiga kabupaten turun dari 200 ton menjadi 120 ton sehari karena panen mundur akibat hujan yang turun lebih dari dua minggu.

            Pemerintah kota berjanji menyalurkan 1.000 ton beras cadangan mulai Senin. Bulog menyebut stoknya masih cukup untuk empat bulan.

            Pedagang berharap harga kembali di bawah Rp13.000 sebelum akhir Juni.
            """,
            Page("rice-prices.id.html").Text.Replace('\u00A0', ' '));
    }

    [Fact]
    public void A_page_in_windows_1252_keeps_its_pounds_and_quotes_and_loses_its_caption_and_newsletter_box()
    {
        Assert.Equal(
            """
            Councillors have voted 31 to 9 to spend £4.2 million on the Victorian bridge, which has been shut to lorries since March after engineers found 17 cracks.

            “We could not wait another winter,” said the council leader, Joan Pryce. She added that the work would take about 14 months and employ around 60 people.

            Cost has doubled

            The estimate stood at £2.1 million in 2019. According to the county’s own figures, the price of steel has risen 38% since then.

            Work starts on 8 January.
            One lane stays open at weekends.

            Opponents say the money would repair 90 miles of road.
            """,
            Page("bridge-repair.en.html").Text);
    }

    [Fact]
    public void A_page_whose_paragraphs_are_line_breaks_gives_paragraphs()
    {
        Assert.Equal(
            """
            Sedikitnya 320 rumah di empat desa terendam banjir setelah sungai meluap pada Selasa dini hari, kata kepala badan penanggulangan bencana setempat.

            Ketinggian air mencapai 1,5 meter di titik terparah. Sebanyak 1.250 warga mengungsi ke dua sekolah dan satu masjid, menurut catatan petugas.

            Petugas mengirim lima perahu karet dan 2.000 paket makanan. Air diperkirakan surut dalam tiga hari bila hujan tidak turun lagi.

            "Kami masih mencari dua orang yang hilang," kata dia.
            """,
            Page("flood-brs.id.html").Text);
    }

    [Fact]
    public void A_table_comes_out_row_by_row_with_tabs_between_its_cells()
    {
        Assert.Contains("Month\tChange\nNovember\t-0.1%\nDecember\t-0.2%\nJanuary\t-0.4%\n\nSales of furniture", Page("spending-graph.en.html").Text);
        Assert.DoesNotContain("Save 70%", Page("spending-graph.en.html").Text);
    }

    [Theory]
    [InlineData("rice-prices.id.html", "Harga Beras di Pasar Induk Naik 15 Persen", "Ratna Wulandari; Dimas Prakoso", "Kabar Pasar", "2024-05-31T07:30:00+07:00", "https://kabarpasar.example/ekonomi/2024/05/31/harga-beras-naik")]
    [InlineData("bridge-repair.en.html", "Council approves £4.2m bridge repair", "Helen Marsh", "Northmoor Courier", "2023-11-14T18:05:00Z", "https://courier.example/news/bridge-repair")]
    [InlineData("flood-brs.id.html", "Banjir Rendam 320 Rumah di Hilir Sungai", "Yusuf Maulana", null, "2024-01-09T06:45:00+07:00", null)]
    [InlineData("spending-graph.en.html", "Households cut spending for a third month", "Priya Nair", "The Ledger", "2025-02-03", "https://ledger.example/economy/spending")]
    public void What_a_page_states_of_its_article_is_kept(string file, string title, string authors, string? publisher, string? published, string? url)
    {
        var page = Page(file);

        Assert.Equal((title, authors, publisher, published, url), (page.Title!, string.Join("; ", page.Authors), page.Publisher, page.Published, page.Url));
    }

    [Theory]
    [InlineData("rice-prices.id.html", "id")]
    [InlineData("bridge-repair.en.html", "en")]
    [InlineData("flood-brs.id.html", "id")]
    [InlineData("spending-graph.en.html", "en")]
    public void The_language_is_that_of_the_text_whatever_the_page_declares(string file, string language)
    {
        Assert.Equal(language, Page(file).Language);
    }

    [Theory]
    [InlineData("<html lang=es-ES><p>", "es")]
    [InlineData("<html><meta http-equiv=Content-Language content=es><p>", "es")]
    [InlineData("<html lang=de><p>", "id")]
    [InlineData("<p>", "id")]
    public void What_a_page_declares_decides_only_between_what_the_text_may_be(string start, string language)
    {
        Assert.Equal(language, Reading.Of(start + "total 5 kilogram, total 3 ton", "text/html").Text().Language);
    }

    [Theory]
    [InlineData("<p>Harga beras naik 15 persen.</p>", "Harga beras naik 15 persen.")]
    [InlineData("<div>Harga beras naik lagi<br>15 persen sepekan.<p>Stok cukup.</div>", "Harga beras naik lagi\n15 persen sepekan.\n\nStok cukup.")]
    [InlineData("<form><p>Harga <b>beras</b> naik\n  15&nbsp;persen.</p></form>", "Harga beras naik 15\u00A0persen.")]
    [InlineData("<p>Harga beras naik 15 persen.<script>var x = 'naik 99 persen';</script></p>", "Harga beras naik 15 persen.")]
    [InlineData("<p>Harga beras naik 15 persen.</p><p><a href=/x>Baca juga: 7 cara hemat beras</a></p>", "Harga beras naik 15 persen.")]
    [InlineData("<p>Harga beras naik 15 persen.</p><figure><table><tr><td>Mei<td>15</table><figcaption>Sumber: pasar</figcaption></figure>", "Harga beras naik 15 persen.\n\nMei\t15")]
    [InlineData("<p>政府宣布了三项新措施，预算为三百万元。</p>", "政府宣布了三项新措施，预算为三百万元。")]
    [InlineData("<p>Suhu 5 &lt; x &amp; y &#8211; 7&deg;C hari ini.</p>", "Suhu 5 < x & y – 7°C hari ini.")]
    public void A_fragment_is_a_page_too(string html, string text)
    {
        Assert.Equal(text, Reading.Of(html, "text/html").Text().Text);
    }

    [Theory]
    [InlineData("<html><head><title>Kosong</title></head><body></body></html>")]
    [InlineData("<html><body><script>document.write('Harga beras naik 15 persen hari ini')</script><noscript>Nyalakan JavaScript untuk membaca halaman ini.</noscript></body></html>")]
    [InlineData("<html><body><nav><a href=/>Beranda</a> <a href=/e>Ekonomi</a></nav><p>Masuk</p></body></html>")]
    public void A_page_without_an_article_is_refused(string html)
    {
        Assert.Equal(
            new InputProblem("noArticle", "\"a.html\" is a page without an article that could be found in it. Send the page of one article, or its text."),
            Reading.Of(html, "text/html", "a.html").Problem());
    }

    [Theory]
    [InlineData("<meta property=og:site_name content='Kabar Pasar'><meta property=og:title content='Harga Naik | Kabar Pasar'>", "Harga Naik")]
    [InlineData("<meta property=og:title content='Harga Naik - Ekonomi'><h1>Harga Naik</h1>", "Harga Naik")]
    [InlineData("<title>Harga Naik</title>", "Harga Naik")]
    [InlineData("<meta property=og:site_name content='Kabar'><title>Kabar</title>", "Kabar")]
    [InlineData("", null)]
    public void The_title_is_the_headline_without_the_name_of_the_site(string head, string? title)
    {
        Assert.Equal(title, Reading.Of(head + "<p>Harga beras naik 15 persen hari ini.", "text/html").Text().Title);
    }

    [Theory]
    [InlineData("Oleh: Ratna Wulandari", "Ratna Wulandari")]
    [InlineData("By Helen Marsh", "Helen Marsh")]
    [InlineData("Ratna Wulandari", "Ratna Wulandari")]
    [InlineData("Ratna Wulandari, 31 Mei 2024", null)]
    [InlineData("", null)]
    public void A_printed_byline_gives_an_author_where_it_is_a_name(string byline, string? author)
    {
        var html = $"<article><p class=byline>{byline}</p>" + string.Concat(Enumerable.Repeat("<p>Harga beras naik 15 persen, kata kepala pasar, pada hari Kamis.</p>", 9)) + "</article>";

        Assert.Equal(author, Reading.Of(html, "text/html").Text().Authors.SingleOrDefault());
    }

    [Fact]
    public void A_front_page_of_headlines_has_no_article()
    {
        var html = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Pages", "front-page.en.html"));

        Assert.Equal("noArticle", Reading.Of(html).Problem().Code);
    }

    [Fact]
    public void A_page_with_a_broken_byte_is_refused_with_its_place()
    {
        byte[] html = [.. "<meta charset=utf-8><p>Harga naik "u8, 0xE9, .. " persen hari ini.</p>"u8];

        Assert.Equal("The input is not valid utf-8: the byte 0xE9 at offset 34 cannot be decoded. Save it as UTF-8 text and send it again.", Reading.Of(html, "text/html").Problem().Message);
    }
}
