using System.Runtime.InteropServices;

namespace Verify.Ingestion.Languages;

/// <summary>
/// How often letters follow each other in each language, from a table of 1.6 MB inside this assembly (made by <c>tools/Verify.LanguageModels</c>, which
/// tells its form). Read once, when first needed, in about a millisecond.
/// </summary>
sealed class LetterModel
{
    const string Resource = "Languages/letters.bin";

    /// <summary>Weights are natural logarithms in steps of this size.</summary>
    const double Step = 1.0 / 24;

    const uint LettersInKey = 1024;

    static readonly Lazy<LetterModel> Read = new(() => new());

    readonly ushort[] numbers = new ushort[char.MaxValue + 1];
    readonly uint[] runs;
    readonly int[] starts;
    readonly byte[] languages;
    readonly byte[] weights;

    LetterModel()
    {
        using var reader = new BinaryReader(typeof(LetterModel).Assembly.GetManifestResourceStream(Resource)!);
        Tags = reader.ReadString().Split(' ');
        ushort count = 0;
        foreach (var letter in reader.ReadString()) numbers[letter] = ++count;
        runs = new uint[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(runs.AsSpan()));
        starts = new int[runs.Length + 1];
        var counts = reader.ReadBytes(runs.Length);
        for (var at = 0; at < counts.Length; at++) starts[at + 1] = starts[at] + counts[at];
        languages = reader.ReadBytes(starts[^1]);
        weights = reader.ReadBytes(starts[^1]);
    }

    public static LetterModel Shared => Read.Value;

    /// <summary>BCP 47 tags, ascending; a language's place here is its number.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>Adds to each language how likely the words are in it: natural logarithms, comparable within one call.</summary>
    /// <returns>How many runs of letters were known.</returns>
    public int Weigh(ReadOnlySpan<char> lowerCase, Span<double> likelihoods)
    {
        var known = 0;
        uint before = 0, last = 0; // the two letters before, as numbers; 0 is none
        foreach (var sign in lowerCase)
        {
            var letter = (uint)numbers[sign];
            var isFirst = before == 0;
            var key = last == 0 ? 0 : isFirst ? last * LettersInKey + letter : (before * LettersInKey + last) * LettersInKey + letter;
            if (letter != 0 && key != 0) known += Add(key, likelihoods);
            (before, last) = letter == 0 ? (0, 0) : (last, letter);
        }
        return known;
    }

    int Add(uint key, Span<double> likelihoods)
    {
        var at = runs.AsSpan().BinarySearch(key);
        if (at < 0) return 0;
        for (var entry = starts[at]; entry < starts[at + 1]; entry++) likelihoods[languages[entry]] += weights[entry] * Step;
        return 1;
    }
}
