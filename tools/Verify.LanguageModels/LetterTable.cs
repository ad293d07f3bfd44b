using System.Text;

namespace Verify.LanguageModels;

/// <summary>
/// The table that <c>Verify.Ingestion.Languages.LetterModel</c> reads, little-endian: the tags; the letters in ascending order; for each run of
/// two or three letters its key, ascending, and of how many languages something is known; then those languages, each with the weight of the run.
/// </summary>
sealed class LetterTable(string[] tags, string letters, SortedDictionary<uint, List<(byte Language, byte Weight)>> runs)
{
    /// <summary>What is rarer tells little and makes most of the table.</summary>
    const double RarestTriple = 0.01, RarestPair = 2e-5;

    /// <summary>What a run weighs nothing at: as often as one that is not in the table is taken to be.</summary>
    const double FloorOfTriple = 0.003, FloorOfPair = 2e-5;

    /// <summary>Weights are natural logarithms in steps of 1/24.</summary>
    const double Steps = 24;

    public static LetterTable Of(IReadOnlyList<LanguageModel> languages)
    {
        var letters = string.Concat(languages.SelectMany(l => Told(l).SelectMany(run => run.Run)).Distinct().Order());
        var runs = new SortedDictionary<uint, List<(byte, byte)>>();
        foreach (var (at, language) in languages.Index())
        {
            foreach (var (run, weight) in Told(language))
            {
                var key = run.Aggregate(0u, (key, letter) => key * 1024 + (uint)letters.IndexOf(letter, StringComparison.Ordinal) + 1);
                if (!runs.TryGetValue(key, out var known)) runs.Add(key, known = []);
                known.Add(((byte)at, (byte)Math.Min(255, Math.Round(weight * Steps))));
            }
        }
        return new([.. languages.Select(l => l.Tag)], letters, runs);
    }

    public void Write(Stream file)
    {
        using var writer = new BinaryWriter(file, Encoding.UTF8);
        writer.Write(string.Join(' ', tags));
        writer.Write(letters);
        writer.Write(runs.Count);
        foreach (var key in runs.Keys) writer.Write(key);
        foreach (var known in runs.Values) writer.Write((byte)known.Count);
        foreach (var (language, _) in runs.Values.SelectMany(known => known)) writer.Write(language);
        foreach (var (_, weight) in runs.Values.SelectMany(known => known)) writer.Write(weight);
    }

    static IEnumerable<(string Run, double Weight)> Told(LanguageModel language) =>
        language.Pairs.Where(pair => pair.Value > RarestPair).Select(pair => (pair.Key, Math.Log(pair.Value / FloorOfPair)))
            .Concat(language.Triples.Where(triple => triple.Value >= RarestTriple).Select(triple => (triple.Key, Math.Log(triple.Value / FloorOfTriple))));
}
