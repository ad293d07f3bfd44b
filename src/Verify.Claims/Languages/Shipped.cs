using System.Collections.Concurrent;
using System.Reflection;

namespace Verify.Claims.Languages;

/// <summary>
/// The language files inside this assembly: whole ones, ones that only tell of numbers and what is counted, generated ones,
/// and what all languages share. Each language is read once, when first asked for.
/// </summary>
static class Shipped
{
    const string Folder = "Languages/";
    const string Numbers = "numbers/";
    const string Generated = "cldr/";
    const string Ending = ".json";
    const string Common = "common";

    static readonly HashSet<string> Names =
    [
        .. Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^Ending.Length].Replace('\\', '/'))
            .Where(n => n != Common),
    ];

    static readonly ConcurrentDictionary<string, Lazy<Language>> Read = new(StringComparer.Ordinal);

    /// <summary>BCP 47 tags, ascending.</summary>
    public static IReadOnlyList<string> Tags { get; } = Ascending(Names.Select(n => n[(n.IndexOf('/', StringComparison.Ordinal) + 1)..]).Distinct());

    /// <summary>Those with a whole file: claims, not only quantities, are read in them.</summary>
    public static IReadOnlyList<string> WholeTags { get; } = Ascending(Names.Where(n => !n.Contains('/', StringComparison.Ordinal)));

    /// <summary>Those with a file by hand that tells of numbers and what they count only.</summary>
    public static IReadOnlyList<string> NumbersTags { get; } = Ascending(Names.Where(n => n.StartsWith(Numbers, StringComparison.Ordinal)).Select(n => n[Numbers.Length..]));

    static Assembly Assembly => typeof(Shipped).Assembly;

    /// <summary>The language of a tag; a region or script after it is ignored, and a tag that ISO 639 has given up is known. Null when it is not shipped.</summary>
    public static Language? Find(string tag)
    {
        var primary = tag.AsSpan(0, tag.AsSpan().IndexOfAny('-', '_') is var dash and >= 0 ? dash : tag.Length).ToString().ToLowerInvariant();
        var known = LanguageTags.Current(primary);
        return Names.Contains(known) || Names.Contains(Numbers + known) || Names.Contains(Generated + known) ? Read.GetOrAdd(known, t => new(() => Load(t))).Value : null;
    }

    /// <summary>A data file as it stands in the assembly.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(Folder + name + Ending)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    static Language Load(string tag)
    {
        string[] layers = [tag, Numbers + tag, Generated + tag];
        return LanguageReader.Read([.. layers.Where(Names.Contains).Append(Common).Select(n => LanguageFile.Read(n + Ending, Bytes(n)))], Names.Contains(tag));
    }

    static string[] Ascending(IEnumerable<string> tags)
    {
        var sorted = tags.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }
}
