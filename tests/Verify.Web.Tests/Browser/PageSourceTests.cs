using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Verify.Claims;
using Verify.Workflow.Notices;

namespace Verify.Web.Tests.Browser;

/// <summary>What the files of the page may not hold, read as they are shipped.</summary>
public sealed partial class PageSourceTests
{
    static readonly Dictionary<string, string> Files = Read(new ManifestEmbeddedFileProvider(typeof(WebOptions).Assembly), "Page/").ToDictionary();

    public static TheoryData<string> Scripts { get; } = [.. Files.Keys.Where(name => name.EndsWith(".js", StringComparison.Ordinal))];

    public static TheoryData<string> Documents { get; } = [.. Files.Keys.Where(name => name.EndsWith(".html", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void No_script_reads_a_string_as_markup_or_as_code(string name) => Assert.DoesNotMatch(Dangerous(), Files[name]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_document_holds_a_script_a_style_or_a_handler_of_its_own(string name) => Assert.DoesNotMatch(Inline(), Files[name]);

    [Fact]
    public void Every_word_is_there_in_every_language_with_the_same_holes()
    {
        var rows = WordRow().Matches(Files["scripts/words.js"]);
        Assert.True(rows.Count > 100);
        Assert.All(rows, row => Assert.Equal(Holes(row.Groups["en"].Value), Holes(row.Groups["id"].Value)));
        Assert.Equal(rows.Count, rows.Select(row => row.Groups["name"].Value).Distinct().Count());
    }

    [Fact]
    public void Every_word_that_a_script_asks_for_is_there()
    {
        var known = WordRow().Matches(Files["scripts/words.js"]).Select(row => row.Groups["name"].Value).ToHashSet();
        foreach (var (name, source) in Files)
            Assert.DoesNotContain(AskedWord().Matches(source).Select(asked => $"{name}: {asked.Groups[1].Value}"), asked => !known.Contains(asked.Split(": ")[1]));
    }

    [Fact]
    public void Every_reason_of_a_worth_or_a_risk_has_words_and_its_side()
    {
        var known = WordRow().Matches(Files["scripts/words.js"]).Select(row => row.Groups["name"].Value).ToHashSet();
        Assert.All([.. ClaimReasons.ForWorth, .. ClaimReasons.AgainstWorth, .. ClaimReasons.ForRisk], reason => Assert.Contains($"ground.{Curled(reason)}", known));
        var against = Listed().Matches(Against().Match(Files["scripts/grounds.js"]).Value).Select(match => match.Groups[1].Value).ToList();
        Assert.All(ClaimReasons.AgainstWorth, reason => Assert.Contains(Curled(reason), against));
        Assert.All(ClaimReasons.ForWorth, reason => Assert.DoesNotContain(Curled(reason), against));
    }

    [Fact]
    public void Every_kind_of_notice_can_be_chosen_on_the_page()
    {
        var known = WordRow().Matches(Files["scripts/words.js"]).Select(row => row.Groups["name"].Value).ToHashSet();
        foreach (var kind in Enum.GetNames<NoticeKind>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName))
        {
            Assert.Contains($"notify.{kind}", known);
            Assert.Contains($"'{kind}'", Files["scripts/notifications.js"], StringComparison.Ordinal);
        }
    }

    static string Curled(string reason) => reason.Replace('\'', '’');

    static string Holes(string words) => string.Join(',', Hole().Matches(words).Select(hole => hole.Value).Order());

    static IEnumerable<KeyValuePair<string, string>> Read(IFileProvider provider, string folder)
    {
        foreach (var entry in provider.GetDirectoryContents(folder))
        {
            if (entry.IsDirectory)
            {
                foreach (var file in Read(provider, folder + entry.Name + "/")) yield return file;
                continue;
            }
            using var reader = new StreamReader(entry.CreateReadStream());
            yield return new(folder["Page/".Length..] + entry.Name, reader.ReadToEnd());
        }
    }

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|setHTML|srcdoc|createContextualFragment|\beval\(|new Function|setAttribute\('on|javascript:")]
    private static partial Regex Dangerous();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"^  '(?<name>[^']+)': \['(?<en>[^']+)', '(?<id>[^']+)'\],$", RegexOptions.Multiline)]
    private static partial Regex WordRow();

    [GeneratedRegex(@"\bt\('([^']+)'")]
    private static partial Regex AskedWord();

    [GeneratedRegex(@"new Set\(\[[^\]]*\]")]
    private static partial Regex Against();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Listed();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
