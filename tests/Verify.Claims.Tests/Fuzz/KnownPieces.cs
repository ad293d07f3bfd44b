namespace Verify.Claims.Tests.Fuzz;

/// <summary>Pieces of both languages and of none, chosen by hand; the phrases of one language reach a reader of the other.</summary>
static class KnownPieces
{
    /// <summary>What the rules look for, what breaks them, and plain noise.</summary>
    public static readonly string[] All =
    [
        "1", "0", "9", "1.234", "1,5", "2.0.1", "0812", "2024", "99999999999999999999999999999999", ".", ",", "-", "–", "/", ":", "%", "$", "Rp", "US$", "(", ")", "“", "”", "\"", "'", "’",
        "\n", "\r\n", "\t", " ", "\u00a0", "\ud83d\ude00", "\ud83d", "\ude00", "\u0301", "½", "juta", "ribu", "dua", "puluh", "ratus", "setengah", "koma", "lima", "pertiga", "dan", "hingga", "lebih dari", "antara",
        "persen", "tahun", "bulan", "Oktober", "Senin", "pukul", "WIB", "mengatakan", "kata", "menurut", "bahwa", "Pentagon", "tidak", "akan", "jika", "ke-", "ketiga", "kedua", "orang", "Baca juga:", "More Stories",
        "million", "hundred", "two", "half", "a", "and", "of", "between", "from", "to", "said", "according to", "that", "The", "ministry", "percent", "years", "ago", "third", "doubled", "people", "Photo:", "U.S.", "Mr.",
        "negatif", "minus", "km", "/jam", "per", "juta juta", "e", "x", "xyz", "\u0660\u0661", "三百", "\u200b", "\0",
    ];
}
