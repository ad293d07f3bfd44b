using System.Text;
using System.Text.Json.Nodes;
using Verify.Claims.Languages;

namespace Verify.Claims.Tests.Languages;

/// <summary>Every way in which a language file can be wrong has its own message, which names file and entry.</summary>
public sealed class LanguageFileTests
{
    [Theory]
    [InlineData("relations.before.more", """["lebih dari", "lebih dari"]""", "id.json: relations.before.more: \"lebih dari\" is listed twice.")]
    [InlineData("relations.before.less", """["Lebih Dari", "lebih dari"]""", "id.json: relations.before.less: \"lebih dari\" is listed twice.")]
    [InlineData("modality.denied", """["akan"]""", "id.json: modality.denied: \"akan\" is listed twice.")]
    [InlineData("numerals.values", """{"satu": 1, "satu": 2}""", "id.json: numerals.values: \"satu\" is listed twice.")]
    [InlineData("units.kg", """["ton"]""", "id.json: units.t: \"ton\" is listed twice.")]
    [InlineData("relations.before.more", "\"lebih dari\"", "id.json: relations.before.more must be a list, not a text.")]
    [InlineData("relations.before.more", "[3]", "id.json: relations.before.more[0] must be a text, not a number.")]
    [InlineData("relations.before.more", "[\" \"]", "id.json: relations.before.more[0] is empty.")]
    [InlineData("numerals.values", "[]", "id.json: numerals.values must be an object, not a list.")]
    [InlineData("numerals.values.satu", "\"1\"", "id.json: numerals.values.satu must be a number, not a text.")]
    [InlineData("numerals.values.satu", "1e40", "id.json: numerals.values.satu is too large a number.")]
    [InlineData("numerals.engine", "\"roman\"", "id.json: numerals.engine must be one of \"additive-multiplicative\" \"rules\" \"myriads\".")]
    [InlineData("numerals.rules", "{\"cardinal\": [\"1: satu\"]}", "id.json: numerals.rules are read by the engine \"rules\" alone, and numerals.engine is \"additive-multiplicative\".")]
    [InlineData("numerals.values", "{\" \": 1}", "id.json: numerals.values has a phrase that is empty.")]
    [InlineData("language", "\"en\"", "id.json: language is \"en\", and the file is named for \"id\".")]
    [InlineData("separators.group", "\",\"", "id.json: separators.group must not be separators.decimal.")]
    [InlineData("separators.decimal", "\";\"", "id.json: separators.decimal must be one of \".\" \",\".")]
    [InlineData("separators.group", "\"..\"", "id.json: separators.group must be one character.")]
    [InlineData("ordinals.collective", "\"yes\"", "id.json: ordinals.collective must be true or false, not a text.")]
    [InlineData("script", "{\"signs\": 0}", "id.json: script.signs must be a whole number from 1 to 9.")]
    [InlineData("script", "{\"signs\": 1.5}", "id.json: script.signs must be a whole number from 1 to 9.")]
    [InlineData("relations", "null", "id.json: relations must be an object, not null.")]
    [InlineData("relations.before.perhaps", "[]", "id.json: relations.before.perhaps is no known entry; relations.before may have about, atLeast, atMost, exactly, less, more.")]
    public void A_wrong_entry_is_refused_by_name(string path, string value, string message) =>
        Assert.Equal(message, Assert.Throws<LanguageDataException>(() => Read(With(path, value))).Message);

    [Theory]
    [InlineData("topics")]
    [InlineData("wideTopics")]
    public void A_topic_without_a_weight_is_refused_with_those_there_are(string section) =>
        Assert.Equal(
            $"id.json: {section}.gardens is no topic that claims are weighed by; those are {string.Join(", ", Worth.WorthTable.AllTopics)}.",
            Assert.Throws<LanguageDataException>(() => Read(With($"{section}.gardens", "[\"kebun\"]"))).Message);

    [Fact]
    public void An_unknown_section_is_refused_with_those_there_are()
    {
        var message = Assert.Throws<LanguageDataException>(() => Read(With("colours", "[]"))).Message;
        Assert.StartsWith("id.json: colours is no known entry; a file may have abbreviations, ", message, StringComparison.Ordinal);
        Assert.EndsWith(", wideTopics, without, words.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_the_first_file_may_say_is_refused_in_another()
    {
        var generated = LanguageFile.Read("cldr/xx.json", """{"language": "xx", "without": ["in"]}"""u8);
        Assert.Equal(
            "cldr/xx.json: without is read in xx.json alone, which goes before this file.",
            Assert.Throws<LanguageDataException>(() => LanguageReader.Read([LanguageFile.Read("xx.json", """{"language": "xx"}"""u8), generated, Common], false)).Message);
    }

    [Theory]
    [InlineData("{\"cardinal\": [\"twelve\"]}", "xx.json: numerals.rules.cardinal[0]: \"twelve\" must be VALUE: TEXT, VALUE-VALUE: TEXT or VALUE-VALUE/DIVISOR: TEXT.")]
    [InlineData("{\"cardinal\": [\"9-5: five\"]}", "xx.json: numerals.rules.cardinal[0]: \"9-5: five\" must be VALUE: TEXT, VALUE-VALUE: TEXT or VALUE-VALUE/DIVISOR: TEXT.")]
    [InlineData("{\"cardinal\": [\"20-29/10: twenty[->>\"]}", "xx.json: numerals.rules.cardinal[0]: \"20-29/10: twenty[->>\" opens a bracket and does not close it.")]
    [InlineData("{\"cardinal\": [\"20-29/10: twenty->ones>\"]}", "xx.json: numerals.rules.cardinal[0]: \"20-29/10: twenty->ones>\" names the set \"ones\", and numerals.rules has none.")]
    [InlineData("{\"ordinal\": [\"1: =cardinal=th\"]}", "xx.json: numerals.rules.ordinal[0]: \"1: =cardinal=th\" names the set \"cardinal\", and numerals.rules has none.")]
    [InlineData("{\"cardinal\": [\"20-29/10: [twenty ]>>[-]\"]}", "xx.json: numerals.rules.cardinal[0]: \"20-29/10: [twenty ]>>[-]\" has more than one bracket.")]
    [InlineData("{\"cardinal\": [\"20-29/10: twenty]->>\"]}", "xx.json: numerals.rules.cardinal[0]: \"20-29/10: twenty]->>\" closes a bracket that it does not open.")]
    [InlineData("{\"cardinal\": [\"20-29/10: [<]twenty<\"]}", "xx.json: numerals.rules.cardinal[0]: \"20-29/10: [<]twenty<\" opens \"<\" and does not close it.")]
    [InlineData("{\"cardinal\": [\"20-29/10: twenty->>[>>]->\"]}", "xx.json: numerals.rules.cardinal[0]: \"20-29/10: twenty->>[>>]->\" opens \">\" and does not close it.")]
    public void A_wrong_rule_is_refused_by_name(string rules, string message)
    {
        var own = LanguageFile.Read("xx.json", Encoding.UTF8.GetBytes($$$"""{"language": "xx", "numerals": {"rules": {{{rules}}}} }"""));
        Assert.Equal(message, Assert.Throws<LanguageDataException>(() => LanguageReader.Read([own, Common], false)).Message);
    }

    [Theory]
    [InlineData("language", "this file must say it")]
    [InlineData("relations.before.more", "write [] where the language has none")]
    [InlineData("separators.group", "this file must say it")]
    [InlineData("furniture.closing", "write [] where the language has none")]
    [InlineData("units", "write {} where the language has none")]
    public void A_missing_entry_is_refused_by_name(string path, string wayOut) =>
        Assert.Equal($"id.json: {path} is missing; {wayOut}.", Assert.Throws<LanguageDataException>(() => Read(Without(path))).Message);

    [Fact]
    public void What_a_file_adds_goes_before_what_is_generated_and_what_it_leaves_out_is_gone()
    {
        var own = LanguageFile.Read("xx.json", """{"language": "xx", "without": ["in"], "units": {"[mi_i]": ["m"]}}"""u8);
        var generated = LanguageFile.Read("cldr/xx.json", """{"language": "xx", "units": {"m": ["m", "metre"], "[in_i]": ["in", "inch"]}}"""u8);
        var language = LanguageReader.Read([own, generated, Common], false);
        Assert.Equal("[mi_i]", CodeOf("m"));
        Assert.Equal("m", CodeOf("metre"));
        Assert.Null(CodeOf("in"));

        string? CodeOf(string word)
        {
            foreach (var phrase in language.Lexicon.Phrases(language.Lexicon.Find(word)))
            {
                if (phrase.Role == Role.Unit && phrase.Length == 1) return phrase.Code;
            }
            return null;
        }
    }

    [Fact]
    public void A_space_at_the_edge_of_a_phrase_is_the_edge_of_a_word()
    {
        var own = LanguageFile.Read("xx.json", """{"language": "xx", "script": {"signs": 2}, "relations": {"before": {"about": [" 약 "], "more": ["약"]}}}"""u8);
        var language = LanguageReader.Read([own, Common], false);
        Assert.Equal([Edges.Opening | Edges.Closing, Edges.None], [.. language.Lexicon.Phrases(language.Lexicon.Find("약")).ToArray().Select(phrase => phrase.Edges)]);
    }

    [Fact]
    public void What_is_no_json_is_refused_with_its_line() =>
        Assert.Equal("id.json: not JSON at line 2.", Assert.Throws<LanguageDataException>(() => Read("{\n oops")).Message);

    [Fact]
    public void Every_shipped_language_is_read_and_names_itself() =>
        Assert.All(ClaimExtractor.Languages, tag => Assert.Equal(tag, ClaimExtractor.For(tag)!.Language));

    [Fact]
    public void Every_shipped_file_names_every_topic_there_is_and_no_other()
    {
        foreach (var tag in ClaimExtractor.WholeLanguages)
        {
            var file = JsonNode.Parse(Shipped(tag))!;
            Assert.Equal(Worth.WorthTable.AllTopics.Order(), file["topics"]!.AsObject().Concat(file["wideTopics"]!.AsObject()).Select(topic => topic.Key).Order());
        }
    }

    [Fact]
    public void What_a_shipped_file_leaves_out_a_later_one_would_bring() => Assert.All(ClaimExtractor.Languages, tag =>
    {
        var files = new[] { tag, "numbers/" + tag, "cldr/" + tag, "common" }.Where(IsShipped).Select(name => JsonNode.Parse(Shipped(name))!).ToList();
        var later = files.Skip(1).SelectMany(Texts).ToHashSet();
        Assert.All(files[0]["without"]?.AsArray() ?? [], entry => Assert.Contains((string)entry!, later));
    });

    [Theory]
    [InlineData("id-ID", "id")]
    [InlineData("EN", "en")]
    [InlineData("en_GB", "en")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("sr-Latn", "sr")]
    public void A_region_is_ignored(string tag, string language) => Assert.Equal(language, ClaimExtractor.For(tag)?.Language);

    [Theory]
    [InlineData("in", "id")]
    [InlineData("iw-IL", "he")]
    [InlineData("no", "nb")]
    [InlineData("tl", "fil")]
    public void A_tag_that_was_given_up_is_the_language_of_today(string tag, string language) => Assert.Equal(language, ClaimExtractor.For(tag)?.Language);

    [Theory]
    [InlineData("xx")]
    [InlineData("")]
    [InlineData("idx")]
    public void A_language_that_is_not_shipped_is_null(string tag) => Assert.Null(ClaimExtractor.For(tag));

    static bool IsShipped(string name) => typeof(ClaimExtractor).Assembly.GetManifestResourceInfo($"Languages/{name}.json") is not null;

    static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    static LanguageFile Common => LanguageFile.Read("common.json", Encoding.UTF8.GetBytes(Shipped("common")));

    static void Read(string json) => LanguageReader.Read([LanguageFile.Read("id.json", Encoding.UTF8.GetBytes(json)), Common], true);

    static string Shipped(string tag = "id")
    {
        using var stream = typeof(ClaimExtractor).Assembly.GetManifestResourceStream($"Languages/{tag}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The shipped file with one entry set. The value is put in as text, since a JSON tree cannot hold a name twice.</summary>
    static string With(string path, string value)
    {
        var (root, parent, name) = Find(path);
        parent[name] = "\u0001";
        return root.ToJsonString().Replace("\"\\u0001\"", value, StringComparison.Ordinal);
    }

    static string Without(string path)
    {
        var (root, parent, name) = Find(path);
        Assert.True(parent.Remove(name));
        return root.ToJsonString();
    }

    static (JsonNode Root, JsonObject Parent, string Name) Find(string path)
    {
        var root = JsonNode.Parse(Shipped())!;
        var names = path.Split('.');
        return (root, (JsonObject)names[..^1].Aggregate(root, (node, name) => node[name]!), names[^1]);
    }
}
