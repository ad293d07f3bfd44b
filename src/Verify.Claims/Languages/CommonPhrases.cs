using System.Text.Json;

namespace Verify.Claims.Languages;

/// <summary>Symbols and codes that all languages write alike: <c>common.json</c>. A language's own entry for the same phrase goes first.</summary>
static class CommonPhrases
{
    public const string File = "common";

    static readonly Section[] Sections = [.. Section.All.Where(s => s.Role is Role.Currency or Role.Unit)];

    static readonly Lazy<(Section Section, string Phrase, string Code)[]> Read = new(Load);

    public static ReadOnlySpan<(Section Section, string Phrase, string Code)> All => Read.Value;

    static (Section Section, string Phrase, string Code)[] Load()
    {
        using var document = JsonDocument.Parse(Shipped.Bytes(File));
        var found = new List<(Section Section, string Phrase, string Code)>();
        foreach (var (name, entry) in new Node(File + ".json", "", document.RootElement).Members())
        {
            var section = Array.Find(Sections, s => s.Path == name) ?? throw entry.Wrong(" is no known entry.");
            foreach (var (code, phrases) in entry.Members()) found.AddRange(phrases.Texts().Select(p => (section, p, code)));
        }
        return [.. found];
    }
}
