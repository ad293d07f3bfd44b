using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Verify.LanguageModels;

/// <summary>How often a letter follows what stands before it, by language: 2 letters at the start of a word, then each third.</summary>
sealed record LanguageModel(string Tag, IReadOnlyDictionary<string, double> Pairs, IReadOnlyDictionary<string, double> Triples);

/// <summary>Reads the models that come with Lingua: {"ngrams":{"1/12":"abc abd"}}, one file for each length.</summary>
static class LinguaModels
{
    /// <summary>Told by their script alone; told by their words (Malay); taken for a neighbour, or the neighbour for them, in most short texts.</summary>
    static readonly HashSet<string> LeftOut =
    [
        "am", "bn", "el", "gu", "he", "hy", "ja", "ka", "ko", "pa", "ta", "te", "th", "ti", "zh",
        "ms",
        "la", "lg", "sn", "st", "tn", "ts",
    ];

    /// <summary>Tags of Lingua that CLDR writes otherwise.</summary>
    static readonly Dictionary<string, string> Renamed = new() { ["tl"] = "fil" };

    public static IReadOnlyList<LanguageModel> Read(string folder) =>
    [
        .. Directory.EnumerateDirectories(folder)
            .Where(language => !LeftOut.Contains(Path.GetFileName(language)))
            .Select(ReadOne)
            .OrderBy(language => language.Tag, StringComparer.Ordinal),
    ];

    static LanguageModel ReadOne(string folder)
    {
        var (single, pairs) = (Ratios(folder, "unigrams"), Ratios(folder, "bigrams"));
        var tag = Path.GetFileName(folder);
        return new(Renamed.GetValueOrDefault(tag, tag), pairs.ToDictionary(pair => pair.Key, pair => pair.Value * single[pair.Key[..1]]), Ratios(folder, "trigrams"));
    }

    static Dictionary<string, double> Ratios(string folder, string length)
    {
        using var packed = new BrotliStream(File.OpenRead(Path.Combine(folder, length + ".json.br")), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(packed);
        var ratios = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var group in json.RootElement.GetProperty("ngrams").EnumerateObject())
        {
            var parts = group.Name.Split('/');
            var ratio = double.Parse(parts[0], CultureInfo.InvariantCulture) / double.Parse(parts[1], CultureInfo.InvariantCulture);
            foreach (var letters in group.Value.GetString()!.Split(' ')) ratios[letters] = ratio;
        }
        return ratios;
    }
}
