using System.Collections.Concurrent;
using System.Reflection;

namespace Verify.Claims.Languages;

/// <summary>The language files inside this assembly. Each is read once, when first asked for.</summary>
static class Shipped
{
    const string Folder = "Languages/";
    const string Ending = ".json";

    static readonly ConcurrentDictionary<string, Lazy<Language>> Read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>BCP 47 tags, ascending.</summary>
    public static IReadOnlyList<string> Tags { get; } =
    [
        .. Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^Ending.Length])
            .Where(n => n != CommonPhrases.File)
            .Order(StringComparer.Ordinal),
    ];

    static Assembly Assembly => typeof(Shipped).Assembly;

    /// <summary>The language of a tag; a region or script after it is ignored. Null when it is not shipped.</summary>
    public static Language? Find(string tag)
    {
        var primary = tag.AsSpan(0, tag.AsSpan().IndexOfAny('-', '_') is var dash and >= 0 ? dash : tag.Length).ToString();
        var known = Tags.FirstOrDefault(t => t.Equals(primary, StringComparison.OrdinalIgnoreCase));
        return known is null ? null : Read.GetOrAdd(known, t => new(() => Load(t))).Value;
    }

    /// <summary>A data file as it stands in the assembly.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(Folder + name + Ending)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    static Language Load(string tag) => LanguageFile.Read(tag + Ending, Bytes(tag));
}
