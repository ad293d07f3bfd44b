using System.Diagnostics;

namespace Verify.Ingestion.Tests;

/// <summary>
/// Pages made to exhaust stack, memory or time. Each took from 20 s to for ever, or ended the process, before the bound that stops it.
/// </summary>
public sealed class HostilePageTests
{
    /// <summary>Ten times what the slowest took on two shared cores: it tells quadratic from bounded, not slow from fast.</summary>
    static readonly TimeSpan Bound = TimeSpan.FromSeconds(40);

    const string Sentence = "Harga beras naik 15 persen, menjadi Rp14.500 per kilogram, kata Budi. ";

    static string Repeat(string html, int times) => string.Concat(Enumerable.Repeat(html, times));

    static string Numbered(int times, Func<int, string> html) => string.Concat(Enumerable.Range(0, times).Select(html));

    public static TheoryData<string, string, string> Pages() => new()
    {
        { "deep nesting", Repeat("<div>", 100_000) + Sentence, "tooLarge" },
        { "10 MB of deep nesting", Repeat("<div>", 2_000_000), "tooLarge" },
        { "deep nesting within the bound of elements", Repeat("<div>", 7_900) + Sentence, "read" },
        { "deep nesting of links and tables", Repeat("<a>x<table>", 3_900), "noArticle" },
        { "formatting that every paragraph reopens", Numbered(14_000, i => $"<b id={i}><p>x"), "tooLarge" },
        { "unlike fonts that every paragraph reopens", Numbered(3_900, i => $"<font color={i}>") + Repeat("<p>x", 3_900), "noArticle" },
        { "line breaks", Repeat("text<br><br>", 3_900), "noArticle" },
        { "images", Repeat("<img src=x>", 19_000) + Sentence, "read" },
        { "a million attributes", "<p " + Numbered(1_000_000, i => $"a{i}=1 ") + ">" + Sentence, "read" },
        { "a class of 9 MB", $"<div class='{Repeat("article ", 1_200_000)}'>{Sentence}</div>", "read" },
        { "a style of 9 MB", $"<div style='{Repeat("display:n;", 900_000)}'>{Sentence}</div>", "read" },
        { "a heading and a title of 60,000 words", $"<title>{Numbered(60_000, i => $"w{i} ")}</title><h1>{Numbered(60_000, i => $"v{i} ")}</h1>", "read" },
        { "a thousand headings to compare", $"<title>{Repeat("a ", 200_000)}</title>{Repeat($"<h1>{Repeat("b ", 100)}</h1>", 1_000)}<p>{Sentence}", "read" },
        { "text without end", "<p>" + Repeat(Sentence, 20_000), "tooLarge" },
        { "white space without end", "<p>x" + new string(' ', 900_000) + "y", "noArticle" },
        { "a million comments", Repeat("<!--x-->", 1_000_000) + Sentence, "read" },
        { "unclosed comments", Repeat("<!--", 2_000_000), "noArticle" },
        { "data nested without end", $"<script type='application/ld+json'>{new string('[', 5_000_000)}</script><p>{Sentence}", "read" },
        { "templates", Repeat("<template>", 19_000), "noArticle" },
        { "frame sets", Repeat("<frameset>", 7_900), "noArticle" },
    };

    [Theory, MemberData(nameof(Pages))]
    public void A_hostile_page_is_answered_within_bounds_on_a_small_stack(string what, string html, string answer)
    {
        var watch = Stopwatch.StartNew();
        string? code = null;
        // 256 KB: a sixth of what the smallest default anywhere is.
        var thread = new Thread(() => code = Reading.Of(html, "text/html") is Workflow.Ports.ArticleReading.Refused refused ? refused.Problem.Code : "read", 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(answer, code);
        Assert.True(watch.Elapsed < Bound, $"{what}: {watch.Elapsed}");
    }

    [Fact]
    public void A_page_beyond_a_bound_is_told_which()
    {
        Assert.Equal(
            "The input is a page with more than 20,000 elements. Send the article's text itself.",
            Reading.Of(Repeat("<div>", 100_000), "text/html").Problem().Message);
    }
}
