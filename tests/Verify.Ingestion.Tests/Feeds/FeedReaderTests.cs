using System.Text;
using Verify.Ingestion.Feeds;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests.Feeds;

public sealed class FeedReaderTests
{
    public const string Address = "https://kabar.example/rss/nasional.xml";

    static readonly FeedReader Reader = new();

    static FeedReading.Read Read(string feed, string address = Address) =>
        Assert.IsType<FeedReading.Read>(Reader.Read(new FeedInput(Encoding.UTF8.GetBytes(feed), "application/xml", address)));

    static string Rss(string items, string channel = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
             xmlns:content="http://purl.org/rss/1.0/modules/content/">
          <channel>
            <title>Kabar</title><link>https://kabar.example/</link><atom:link href="{Address}" rel="self"/>{channel}
            {items}
          </channel>
        </rss>
        """;

    static string Atom(string entries, string attributes = "") => $"""
        <feed xmlns="http://www.w3.org/2005/Atom" {attributes}>
          <title>Kabar</title><id>urn:kabar</id><updated>2026-03-02T12:00:00Z</updated><link rel="self" href="{Address}"/>
          {entries}
        </feed>
        """;

    static FeedItem One(string feed) => Assert.Single(Read(feed).Items);

    [Fact]
    public void Rss_2_0_is_read()
    {
        var read = Read(Rss("""
            <item><title>Banjir</title><link>https://kabar.example/banjir</link><guid isPermaLink="false">kabar-1</guid><pubDate>Mon, 02 Mar 2026 19:00:00 +0700</pubDate>
              <description>Teks</description><content:encoded><![CDATA[<p>Teks & <a href="https://iklan.example/">iklan</a></p>]]></content:encoded><enclosure url="https://kabar.example/a.mp3" length="1" type="audio/mpeg"/></item>
            <item><title>Gempa</title><link> https://kabar.example/gempa
            </link><guid>https://kabar.example/?p=2</guid></item>
            """));

        Assert.Equal(
            [
                new FeedItem("kabar-1", "https://kabar.example/banjir", new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero)),
                new FeedItem("https://kabar.example/?p=2", "https://kabar.example/gempa", null),
            ],
            read.Items);
        Assert.Null(read.Fault);
    }

    [Theory]
    [InlineData("0.91", """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">""")]
    [InlineData("0.92", "")]
    [InlineData("0.94", "")]
    [InlineData("", "")]
    public void Old_versions_of_rss_are_read_and_their_document_type_is_not(string version, string documentType) => Assert.Equal(
        new FeedItem(null, "https://kabar.example/banjir", null),
        One($"""{documentType}<rss version="{version}"><channel><title>K</title><item><title>B</title><link>https://kabar.example/banjir</link></item></channel></rss>"""));

    [Theory]
    [InlineData("http://purl.org/rss/1.0/")]
    [InlineData("http://my.netscape.com/rdf/simple/0.9/")]
    public void Rss_1_0_and_0_90_are_read(string space) => Assert.Equal(
        new FeedItem("https://kabar.example/1", "https://kabar.example/banjir", new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero)),
        One($"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://kabar.example/"><title>Kabar</title><link>https://kabar.example/</link><items><rdf:Seq><rdf:li rdf:resource="https://kabar.example/1"/></rdf:Seq></items></channel>
              <item rdf:about="https://kabar.example/1"><title>Banjir</title><link>https://kabar.example/banjir</link><dc:date>2026-03-02T19:00:00+07:00</dc:date></item>
            </rdf:RDF>
            """));

    [Fact]
    public void Atom_is_read() => Assert.Equal(
        new FeedItem("tag:kabar.example,2026:1", "https://kabar.example/banjir", new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero)),
        One(Atom("""
            <entry><title type="html">Banjir</title><id>tag:kabar.example,2026:1</id><link rel="replies" href="https://kabar.example/banjir/komentar"/>
              <link rel="alternate" type="application/pdf" href="https://kabar.example/banjir.pdf"/><link rel="alternate" type="text/html" href="https://kabar.example/banjir"/>
              <updated>2026-03-02T13:00:00Z</updated><published>2026-03-02T12:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="https://iklan.example">x</a></div></content></entry>
            """)));

    [Fact]
    public void An_entry_that_was_only_updated_has_that_date() => Assert.Equal(
        new DateTimeOffset(2026, 3, 2, 13, 0, 0, TimeSpan.Zero),
        One(Atom("""<entry><id>1</id><link href="https://kabar.example/a"/><updated>2026-03-02T13:00:00Z</updated></entry>""")).Published);

    [Theory]
    [InlineData("/banjir", "https://kabar.example/banjir")]
    [InlineData("banjir?a=1&amp;b=2#komentar", "https://kabar.example/rss/banjir?a=1&b=2")]
    [InlineData("banjir?a=1&b=2", "https://kabar.example/rss/banjir?a=1&b=2")]
    [InlineData("<![CDATA[https://kabar.example/banjir?a=1&b=2]]>", "https://kabar.example/banjir?a=1&b=2")]
    [InlineData("//cdn.example/banjir", "https://cdn.example/banjir")]
    [InlineData("../banjir", "https://kabar.example/banjir")]
    [InlineData("?id=7", "https://kabar.example/rss/nasional.xml?id=7")]
    [InlineData("http://kabar.example/banjir", "https://kabar.example/banjir")]
    [InlineData("HTTPS://Kabar.Example:443/Banjir", "https://kabar.example/Banjir")]
    [InlineData("https://bücher.example/ä ö", "https://xn--bcher-kva.example/%C3%A4%20%C3%B6")]
    public void A_link_becomes_an_address_that_can_be_fetched(string link, string address)
    {
        Assert.Equal(address, One(Rss($"<item><link>{link}</link></item>")).Link);
        if (!link.StartsWith('<')) Assert.Equal(address, One(Atom($"""<entry><link href="{link}"/></entry>""")).Link);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JavaScript:alert(1)")]
    [InlineData("data:text/html,&lt;p&gt;")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:redaksi@kabar.example")]
    [InlineData("http://kabar.example:8080/")]
    [InlineData("https://user:secret@kabar.example/")]
    [InlineData("https://")]
    [InlineData("http://[::1")]
    [InlineData("urn:isbn:0451450523")]
    [InlineData("")]
    [InlineData("   ")]
    public void An_item_without_a_link_that_can_be_fetched_is_passed_over_and_told(string link)
    {
        var read = Read(Rss($"""<item><title>a</title><link>{link}</link></item><item><link>https://kabar.example/banjir</link></item>"""));

        Assert.Equal("https://kabar.example/banjir", Assert.Single(read.Items).Link);
        Assert.Equal("1 of its items have no link to a page that can be fetched.", read.Fault);
        Assert.Empty(Read(Atom($"""<entry><id>1</id><link href="{link}"/></entry>""")).Items);
    }

    [Fact]
    public void A_link_of_more_characters_than_are_fetched_is_none() =>
        Assert.Empty(Read(Rss($"<item><link>https://kabar.example/{new string('a', 2048)}</link></item><item><link>https://kabar.example/{new string('ä', 1000)}</link></item>")).Items);

    [Theory]
    [InlineData("""<guid>https://kabar.example/banjir</guid>""", "https://kabar.example/banjir", "https://kabar.example/banjir")]
    [InlineData("""<guid isPermaLink="true">http://kabar.example/banjir</guid>""", "https://kabar.example/banjir", "http://kabar.example/banjir")]
    [InlineData("""<link>https://kabar.example/a</link><guid>1234</guid>""", "https://kabar.example/a", "1234")]
    [InlineData("""<guid>1234</guid><link/><link>https://kabar.example/a</link>""", "https://kabar.example/a", "1234")]
    [InlineData("""<link>javascript:alert(1)</link><guid>https://kabar.example/banjir</guid>""", "https://kabar.example/banjir", "https://kabar.example/banjir")]
    public void A_guid_is_a_link_where_it_is_one_by_itself(string parts, string link, string id) =>
        Assert.Equal((link, id), One(Rss($"<item>{parts}</item>")) is var item ? (item.Link, item.Id) : default);

    [Theory]
    [InlineData("""<guid>1234</guid>""")]
    [InlineData("""<guid isPermaLink="false">https://kabar.example/banjir</guid>""")]
    [InlineData("""<guid>javascript:alert(1)</guid>""")]
    public void A_guid_is_no_link_where_it_only_looks_like_one(string parts) => Assert.Empty(Read(Rss($"<item>{parts}</item>")).Items);

    [Fact]
    public void Links_are_relative_to_where_the_feed_stood_in_the_end() =>
        Assert.Equal("https://lain.example/feeds/banjir", Assert.Single(Read(Rss("<item><link>banjir</link></item>"), "https://lain.example/feeds/all.xml").Items).Link);

    [Fact]
    public void Links_are_relative_to_what_the_feed_says_they_are()
    {
        Assert.Equal("https://lain.example/b/c/banjir", One(Atom(
            """<author xml:base="https://salah.example/"><name>x</name></author><entry xml:base="b/"><link xml:base="c/" href="banjir"/></entry>""", """xml:base="https://lain.example/a" """)).Link);
        Assert.Empty(Read(Atom("""<entry><link href="banjir"/></entry>""", """xml:base="javascript:" """)).Items.Where(item => !item.Link.StartsWith("https://", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Mon, 02 Mar 2026 12:00:00 GMT", true)]
    [InlineData("02 Mar 2026 12:00 +0000", true)]
    [InlineData("Mon, 02 Mar 2026 07:00:00 EST", true)]
    [InlineData("kemarin", false)]
    [InlineData("Mon, 99 Mar 2026 12:00:00 GMT", false)]
    [InlineData("2026-13-45T99:99:99Z", false)]
    [InlineData("", false)]
    public void A_date_that_is_none_costs_the_date_alone(string date, bool isRead)
    {
        var item = One(Rss($"<item><link>https://kabar.example/a</link><pubDate>{date}</pubDate></item>"));

        Assert.Equal(isRead ? new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero) : null, item.Published?.ToUniversalTime());
        Assert.Single(Read(Atom($"""<entry><link href="https://kabar.example/a"/><published>{date}</published><updated>{date}</updated></entry>""")).Items);
        Assert.Single(Read(Rss($"""<item><link>https://kabar.example/a</link><dc:date>{date}</dc:date></item>""")).Items);
    }

    [Fact]
    public void An_id_that_stands_for_two_articles_is_none_and_a_link_that_comes_twice_is_one_article() => Assert.Equal(
        [(null, "https://kabar.example/a"), (null, "https://kabar.example/b"), ("3", "https://kabar.example/c")],
        Read(Rss("""
            <item><link>https://kabar.example/a</link><guid isPermaLink="false">1</guid></item>
            <item><link>https://kabar.example/b</link><guid isPermaLink="false">1</guid></item>
            <item><link>https://kabar.example/c#atas</link><guid isPermaLink="false">3</guid></item>
            <item><link>https://kabar.example/c#bawah</link><guid isPermaLink="false">4</guid></item>
            """)).Items.Select(item => (item.Id, item.Link)));

    [Theory]
    [InlineData("<ttl>30</ttl>", 30)]
    [InlineData("<ttl> 120 </ttl>", 120)]
    [InlineData("<ttl>0</ttl>", null)]
    [InlineData("<ttl>-5</ttl>", null)]
    [InlineData("<ttl>99999999999999999999</ttl>", null)]
    [InlineData("<ttl><b>1</b></ttl>", null)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod>", 60)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 15)]
    [InlineData("<sy:updateFrequency>2</sy:updateFrequency><sy:updatePeriod>daily</sy:updatePeriod>", 720)]
    [InlineData("<sy:updatePeriod>fortnightly</sy:updatePeriod>", null)]
    [InlineData("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 1440)]
    [InlineData("<ttl>90</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 90)]
    public void What_a_feed_asks_for_is_told(string channel, int? minutes) =>
        Assert.Equal(minutes, (int?)Read(Rss("<item><link>https://kabar.example/a</link></item>", channel)).Every?.TotalMinutes);

    [Fact]
    public void A_feed_without_items_is_a_feed() => Assert.Empty(Read(Rss("")).Items);
}
