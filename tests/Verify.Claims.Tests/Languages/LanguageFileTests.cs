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
    [InlineData("numerals.engine", "\"roman\"", "id.json: numerals.engine names no engine there is.")]
    [InlineData("separators.decimal", "\";\"", "id.json: separators.decimal must be \".\" or \",\".")]
    [InlineData("ordinals.collective", "\"yes\"", "id.json: ordinals.collective must be true or false, not a text.")]
    [InlineData("relations", "null", "id.json: relations must be an object, not null.")]
    [InlineData("relations.before.perhaps", "[]", "id.json: relations.before.perhaps is no known entry.")]
    [InlineData("topics.gardens", "[\"kebun\"]", "id.json: topics.gardens is no topic that claims are weighed by.")]
    [InlineData("wideTopics.gardens", "[\"kebun\"]", "id.json: wideTopics.gardens is no topic that claims are weighed by.")]
    [InlineData("colours", "[]", "id.json: colours is no known entry.")]
    public void A_wrong_entry_is_refused_by_name(string path, string value, string message) =>
        Assert.Equal(message, Assert.Throws<LanguageDataException>(() => Read(With(path, value))).Message);

    [Theory]
    [InlineData("language")]
    [InlineData("relations.before.more")]
    [InlineData("separators.group")]
    [InlineData("furniture.closing")]
    [InlineData("units")]
    public void A_missing_entry_is_refused_by_name(string path) =>
        Assert.Equal($"id.json: {path} is missing.", Assert.Throws<LanguageDataException>(() => Read(Without(path))).Message);

    [Fact]
    public void What_is_no_json_is_refused_with_its_line() =>
        Assert.Equal("id.json: not JSON at line 2.", Assert.Throws<LanguageDataException>(() => Read("{\n oops")).Message);

    [Fact]
    public void Every_shipped_file_is_read_and_names_its_own_language() =>
        Assert.All(ClaimExtractor.Languages, tag => Assert.Equal(tag, ClaimExtractor.For(tag)!.Language));

    [Fact]
    public void Every_shipped_file_names_every_topic_there_is_and_no_other()
    {
        foreach (var tag in ClaimExtractor.Languages)
        {
            var file = JsonNode.Parse(Shipped(tag))!;
            Assert.Equal(Worth.WorthTable.AllTopics.Order(), file["topics"]!.AsObject().Concat(file["wideTopics"]!.AsObject()).Select(topic => topic.Key).Order());
        }
    }

    [Theory]
    [InlineData("id-ID", "id")]
    [InlineData("EN", "en")]
    [InlineData("en_GB", "en")]
    public void A_region_is_ignored(string tag, string language) => Assert.Equal(language, ClaimExtractor.For(tag)?.Language);

    [Theory]
    [InlineData("xx")]
    [InlineData("")]
    [InlineData("idx")]
    public void A_language_that_is_not_shipped_is_null(string tag) => Assert.Null(ClaimExtractor.For(tag));

    static void Read(string json) => LanguageFile.Read("id.json", Encoding.UTF8.GetBytes(json));

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
