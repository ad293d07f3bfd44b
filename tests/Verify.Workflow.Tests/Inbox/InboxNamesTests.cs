using Verify.Workflow.Inbox;

namespace Verify.Workflow.Tests.Inbox;

public sealed class InboxNamesTests
{
    public static TheoryData<string, bool> Names => new()
    {
        { "laporan.txt", true },
        { "a b/ç/報告 📈.txt", true },
        { "/", true },
        { "...", true },
        { "..a/b..", true },
        { "%2e%2e/a", true },
        { "", false },
        { ".", false },
        { "..", false },
        { "../verify/articles/a/raw", false },
        { "a/../b", false },
        { "a/./b", false },
        { "a/..", false },
        { "..\\verify", false },
        { "a\\..\\b", false },
        { "half " + '\ud83d' + " a character", false },
        { new string('a', 1024), true },
        { new string('a', 1025), false },
    };

    [Theory, MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public void A_name_is_one_that_a_blob_can_be_asked_for_by_alone(string name, bool isName) => Assert.Equal(isName, InboxNames.IsName(name));

    [Theory]
    [InlineData("laporan.tmp", true)]
    [InlineData("a/laporan.txt.PART", true)]
    [InlineData("tmp", false)]
    [InlineData("laporan.tmp.txt", false)]
    public void A_name_says_that_its_writer_is_not_done(string name, bool isUnderWay) => Assert.Equal(isUnderWay, InboxNames.IsUnderWay(name));

    [Theory]
    [InlineData("Redaksi/laporan banjir (final).txt")]
    [InlineData("報告書 รายงาน — тест 📈.html")]
    public void A_plain_name_is_shown_as_it_is(string name) => Assert.Equal(name, InboxNames.Shown(name));

    [Theory]
    [InlineData("laporan\u202efdp.txt", "laporan_fdp~", ".txt")]
    [InlineData("a\r\nINFO forged.txt", "a__INFO forged~", ".txt")]
    [InlineData("nol\u0000\u200b\u2028", "nol___~", "")]
    [InlineData("a.\u202etxt", "a~", "._txt")]
    public void What_deceives_the_eye_is_replaced_and_the_name_stays_its_own(string name, string start, string ending)
    {
        var shown = InboxNames.Shown(name);

        Assert.StartsWith(start, shown);
        Assert.EndsWith(ending, shown);
        Assert.Equal(start.Length + 8 + ending.Length, shown.Length);
    }

    [Fact]
    public void Two_names_never_become_one()
    {
        string[] names = ["a\u202e.txt", "a\u202d.txt", "a_.txt", new string('a', 300) + ".txt", new string('a', 301) + ".txt", new string('a', 300) + ".html"];

        var shown = names.Select(InboxNames.Shown).ToList();

        Assert.Equal(names.Length, shown.Distinct().Count());
        Assert.All(shown, name => Assert.True(name.Length <= 220, name));
        Assert.EndsWith(".html", shown[^1]);
    }
}
