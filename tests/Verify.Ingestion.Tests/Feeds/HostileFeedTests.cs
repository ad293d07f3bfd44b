using System.Text;
using CsCheck;
using Verify.Ingestion.Feeds;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests.Feeds;

/// <summary>Feeds that are broken, enormous or meant to do harm.</summary>
public sealed class HostileFeedTests
{
    const string Item = "<item><link>https://kabar.example/banjir</link></item>";
    const string Start = "<rss version='2.0'><channel>";
    const string End = "</channel></rss>";

    static readonly FeedReader Reader = new();

    static FeedReading Read(ReadOnlyMemory<byte> bytes, string? type = "application/rss+xml") => Reader.Read(new FeedInput(bytes, type, FeedReaderTests.Address));

    static FeedReading Read(string feed) => Read(Encoding.UTF8.GetBytes(feed));

    static string[] Links(FeedReading reading) => [.. Assert.IsType<FeedReading.Read>(reading).Items.Select(item => item.Link)];

    static InputProblem Problem(FeedReading reading) => Assert.IsType<FeedReading.Refused>(reading).Problem;

    [Fact]
    public void Laughs_are_never_expanded()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY l{n} \"{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}\">"));
        var feed = $"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY l0 \"ha\">{entities}]>{Start}<title>&l9;</title><item><title>&l9;</title><link>https://kabar.example/&l9;</link></item>{Item}{End}";

        Assert.Equal(["https://kabar.example/&l9;", "https://kabar.example/banjir"], Links(Read(feed)));
    }

    [Fact]
    public void Nothing_outside_of_the_feed_is_ever_read()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "https://kabar.example/rahasia");
        var feed = $"""
            <!DOCTYPE rss SYSTEM "file://{secret}" [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY % p SYSTEM "file://{secret}"> %p;]>
            {Start}<item><link>&x;</link></item>{Item}{End}
            """;

        var links = Links(Read(feed));

        Assert.DoesNotContain(links, link => link.Contains("rahasia", StringComparison.Ordinal));
        Assert.Contains("https://kabar.example/banjir", links);
        File.Delete(secret);
    }

    [Fact]
    public void Fifty_megabytes_are_refused_with_both_figures_and_unread() => Assert.Equal(
        "\"https://kabar.example/rss/nasional.xml\" has 52,428,800 bytes; of a feed up to 10,485,760 are read. Look whether the site has one for each of its sections.",
        Problem(Read(new byte[50 * 1024 * 1024])).Message);

    public static TheoryData<string, Func<string>> Large => new()
    {
        { "items", () => Start + string.Concat(Enumerable.Range(0, 100_000).Select(n => $"<item><link>https://kabar.example/{n}</link></item>")) + End },
        { "empty items", () => Start + string.Concat(Enumerable.Repeat("<item/>", 1_000_000)) + End },
        { "one text", () => $"{Start}<item><description>{new string('a', 9_000_000)}</description><link>https://kabar.example/a</link></item>{Item}{End}" },
        { "one link", () => $"{Start}<item><link>https://kabar.example/{new string('a', 9_000_000)}</link></item>{Item}{End}" },
        { "one id", () => $"{Start}<item><guid>{new string('a', 9_000_000)}</guid><link>https://kabar.example/a</link></item>{Item}{End}" },
        { "links", () => $"{Start}<item>{string.Concat(Enumerable.Repeat("<link>https://kabar.example/a</link>", 200_000))}</item>{Item}{End}" },
        { "attributes", () => $"{Start}<item {string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n}='1' "))}><link>https://kabar.example/a</link></item>{Item}{End}" },
        { "ampersands", () => $"{Start}<item><description>{new string('&', 9_000_000)}</description><link>https://kabar.example/a</link></item>{Item}{End}" },
        { "namespaces", () => $"<rss {string.Concat(Enumerable.Range(0, 100_000).Select(n => $"xmlns:a{n}='b' "))}><channel>{Item}{End}" },
        { "comments that do not end", () => Start + Item + string.Concat(Enumerable.Repeat("<!--", 2_000_000)) },
    };

    [Theory, MemberData(nameof(Large), DisableDiscoveryEnumeration = true)]
    public void Ten_megabytes_of_anything_are_read_within_bounds(string what, Func<string> feed)
    {
        var read = Assert.IsType<FeedReading.Read>(Read(feed()));

        Assert.True(read.Items.Length <= FeedReader.MostItems, what);
        Assert.All(read.Items, item => Assert.True(item.Link.Length <= 2048 && (item.Id?.Length ?? 0) <= 4096));
    }

    [Fact]
    public void Of_a_feed_without_end_the_beginning_is_read_and_that_is_told()
    {
        var read = Assert.IsType<FeedReading.Read>(Read(Start + string.Concat(Enumerable.Range(0, 501).Select(n => $"<item><link>https://kabar.example/{n}</link></item>")) + End));

        Assert.Equal((500, "https://kabar.example/0"), (read.Items.Length, read.Items[0].Link));
        Assert.Equal("The feed is longer than the 500 items that are read.", read.Fault);
    }

    [Theory]
    [InlineData(1_000_000, "")]
    [InlineData(1_000_000, "<item>")]
    public void Nesting_without_end_is_broken_off(int levels, string around)
    {
        var read = Assert.IsType<FeedReading.Read>(Read(Start + Item + around + string.Concat(Enumerable.Repeat("<a>", levels))));

        Assert.Single(read.Items);
        Assert.Contains("the 1 items in front of that were read", read.Fault);
    }

    [Theory]
    [InlineData("<item><link>https://kabar.example/gempa</link>")]
    [InlineData("<item><link>https://kabar.example/gempa</link></itm>")]
    [InlineData("<title>a < b</title>")]
    [InlineData("<item a=1></item>")]
    [InlineData("<x:item/>")]
    public void What_stands_in_front_of_a_fault_is_read_and_the_fault_is_told_with_its_place(string fault)
    {
        var read = Assert.IsType<FeedReading.Read>(Read($"<?xml version='1.0'?>\n{Start}\n{Item}\n{fault}\n{Item}"));

        Assert.Equal("https://kabar.example/banjir", read.Items[0].Link);
        Assert.Matches("^The feed is broken at line [456], character [0-9]+; the 1 items in front of that were read\\.$", read.Fault);
    }

    [Theory]
    [InlineData("\n \t<?xml version='1.0' encoding='utf-8'?>")]
    [InlineData("<?xml version='1.1'?>")]
    [InlineData("<?xml version='1.0' encoding='klingon-9'?>")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?>")]
    [InlineData("\uFEFF<?xml version='1.0'?>")]
    [InlineData("<!-- a & b --><?xml-stylesheet href='a.xsl?a&b'?>")]
    public void A_declaration_that_no_parser_takes_costs_nothing(string declaration) =>
        Assert.Equal(["https://kabar.example/banjir"], Links(Read($"{declaration}{Start}{Item}{End}")));

    [Theory]
    [InlineData("<title>Nol\0 dan \u0008 \u001f \uffff</title>")]
    [InlineData("<title>&nbsp;&rsquo;&#0;&#x1F;&#xFFFFFFFFF;&#55357;&;&amp&lt;</title>")]
    [InlineData("<title>AT&T & R&D</title>")]
    public void Characters_and_ampersands_that_xml_does_not_have_cost_nothing(string title) =>
        Assert.Equal(["https://kabar.example/banjir"], Links(Read($"{Start}{title}{Item}{End}")));

    public static TheoryData<byte[], string?> Charsets => new()
    {
        { Encoding.UTF8.GetBytes("\uFEFF" + Feed("utf-8")), null },
        { [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Feed("utf-16"))], null },
        { [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Feed("utf-16"))], "text/xml; charset=utf-8" },
        { Encoding.Unicode.GetBytes(Feed("utf-16")), null },
        { Encoding.BigEndianUnicode.GetBytes(Feed("utf-16")), null },
        { Reading.In("windows-1252", Feed("windows-1252")), null },
        { Reading.In("windows-1252", Feed("utf-8")), "text/xml" },
        { Reading.In("windows-1252", Feed("no-such-charset")), "text/xml; charset=nor-this" },
        { Reading.In("windows-1252", Feed("x")), "text/xml; charset=iso-8859-1" },
        { [.. Encoding.UTF8.GetBytes(Feed("utf-8")), 0xFF], null },
    };

    static string Feed(string charset) => $"<?xml version=\"1.0\" encoding=\"{charset}\"?>{Start}<title>“Café” – naïve</title>{Item}{End}";

    [Theory, MemberData(nameof(Charsets), DisableDiscoveryEnumeration = true)]
    public void Whatever_the_charset_is_or_is_said_to_be_the_links_are_found(byte[] bytes, string? type) =>
        Assert.Equal("https://kabar.example/banjir", Links(Read(bytes, type))[0]);

    [Theory]
    [InlineData("<!doctype html><html><head><title>Kabar</title></head><body><p>a<br>b</p></body></html>")]
    [InlineData("<html><body>" + Start + Item + End + "</body></html>")]
    [InlineData("<HTML><BODY></BODY></HTML>")]
    [InlineData("<!-- 404 --><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd'><html xmlns='http://www.w3.org/1999/xhtml'/>")]
    [InlineData("<p>Unclosed")]
    public void A_page_is_no_feed(string page) => Assert.Equal(
        new InputProblem("notFeed", "\"https://kabar.example/rss/nasional.xml\" is a web page and no feed. Give the address of an RSS or Atom feed."), Problem(Read(page)));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n", "notFeed")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\"}", "notFeed")]
    [InlineData("Dinas menyatakan 40 jembatan rusak.", "notFeed")]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://kabar.example/</loc></url></urlset>", "notFeed")]
    [InlineData("<feed xmlns='http://example.org/other'><entry/></feed>", "notFeed")]
    [InlineData("<?xml version='1.0'?>", "notFeed")]
    [InlineData("<rss", "notFeed")]
    [InlineData("\0\0\0\0", "notFeed")]
    [InlineData("%PDF-1.7", "notFeed")]
    public void What_is_no_feed_is_refused(string text, string code) => Assert.Equal(code, Problem(Read(text)).Code);

    [Fact]
    public void Any_bytes_get_an_answer() => Gen.Byte.Array[0, 200].Sample(bytes => Assert.NotNull(Read(bytes)), iter: 5_000);

    [Fact]
    public void A_feed_that_is_damaged_anywhere_gets_an_answer()
    {
        var whole = Encoding.UTF8.GetBytes($"<?xml version='1.0'?>{Start}<ttl>5</ttl><item><guid isPermaLink='false'>1</guid><link><![CDATA[https://kabar.example/a?b&c]]></link><pubDate>Mon, 02 Mar 2026 12:00:00 GMT</pubDate></item>{Item}{End}");
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 5].Sample(
            changes =>
            {
                byte[] damaged = [.. whole];
                foreach (var (at, value) in changes) damaged[at] = value;
                Assert.NotNull(Read(damaged));
            },
            iter: 5_000);
    }

    [Fact]
    public void An_address_that_is_none_is_refused() =>
        Assert.Equal("addressMalformed", Problem(Reader.Read(new FeedInput(Encoding.UTF8.GetBytes(Start + Item + End), null, "kabar"))).Code);
}
