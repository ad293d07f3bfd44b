namespace Verify.Ingestion.Languages;

/// <summary>
/// Two languages whose letters follow each other alike, so that only words tell them apart. A text of the two is in the usual one unless
/// it shows more words of the other.
/// </summary>
/// <param name="UsualWords">Common words that only the usual one writes so.</param>
sealed record Twins(string Usual, string Other, string[] UsualWords, string[] OtherWords)
{
    static readonly Twins[] All =
    [
        new(
            "id", "ms",
            [
                "agustus", "anggota", "bahwa", "bisa", "desember", "ekspor", "impor", "investasi", "juli", "juni", "kabupaten", "kantor", "karena", "kecamatan", "kuartal",
                "listrik", "maret", "miliar", "mobil", "pasokan", "persen", "perusahaan", "polisi", "produsen", "provinsi", "rupiah", "tewas", "triliun", "uang", "universitas",
            ],
            [
                "bahawa", "basikal", "bekalan", "belanjawan", "bilion", "disember", "eksport", "elektrik", "hospital", "ialah", "iaitu", "jun", "kanak-kanak", "kerajaan",
                "kerana", "mac", "mahu", "manakala", "ogos", "pelaburan", "pengeluar", "peratus", "ringgit", "syarikat", "trilion", "universiti", "wang",
            ]),
    ];

    public static IEnumerable<string> Others => All.Select(pair => pair.Other);

    /// <summary>The language itself, or its twin.</summary>
    public static string Told(string language, ReadOnlySpan<char> lowerCase)
    {
        foreach (var pair in All)
            if (pair.Usual == language) return pair.OtherWordsMoreThanUsual(lowerCase) ? pair.Other : language;
        return language;
    }

    public static bool Are(string one, string two) => Array.Exists(All, pair => (pair.Usual, pair.Other) == (one, two) || (pair.Other, pair.Usual) == (one, two));

    bool OtherWordsMoreThanUsual(ReadOnlySpan<char> text)
    {
        var more = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-')) end++;
            if (Holds(OtherWords, text[at..end])) more++;
            else if (Holds(UsualWords, text[at..end])) more--;
            at = end + 1;
        }
        return more > 0;
    }

    static bool Holds(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var one in words)
            if (word.SequenceEqual(one)) return true;
        return false;
    }
}
