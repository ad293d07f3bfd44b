namespace Verify.Ingestion.Languages;

/// <summary>A script, and what is written in it: one language, or several that only their words tell apart.</summary>
/// <param name="Language">The language of the script, where it is of one; also what is taken where nothing tells more. Null where letters must be weighed.</param>
/// <param name="Signs">Ranges of UTF-16 code units, first and last. Only letters in them count.</param>
/// <param name="Own">Letters that only one of the script's languages uses, with that language.</param>
sealed record Script(string? Language, (char First, char Last)[] Signs, params (string Letters, string Language)[] Own)
{
    public static readonly Script Latin = new(null, [('A', 'ɏ'), ('Ḁ', 'ỿ')]);
    public static readonly Script Kana = new("ja", [('\u3040', '\u30ff'), ('\u31f0', '\u31ff')]);
    public static readonly Script Han = new("zh", [('\u3400', '\u9fff'), ('\uf900', '\ufaff')], ("嘅咗喺佢哋嗰嘢冇啲", "yue"));

    /// <summary>In the order in which most text meets them.</summary>
    public static readonly Script[] All =
    [
        Latin,
        new(null, [('\u0400', '\u052f')], ("ӑӗҫӳ", "cv"), ("ҙҡ", "ba"), ("ҕҥ", "sah"), ("ӏ", "ce")),
        new(null, [('\u0600', '\u077f'), ('\ufb50', '\ufdff'), ('\ufe70', '\ufefc')], ("ټډړښځڅېۍڼ", "ps"), ("ڄڃڳڱڻٺٽڀڦ", "sd")),
        Han,
        Kana,
        new(null, [('\u0900', '\u097f')]),
        new("ko", [('\uac00', '\ud7af'), ('\u1100', '\u11ff')]),
        new("th", [('\u0e00', '\u0e7f')]),
        new("el", [('\u0370', '\u03ff'), ('\u1f00', '\u1fff')]),
        new("he", [('\u0590', '\u05ff')]),
        new("bn", [('\u0980', '\u09ff')], ("ৰৱ", "as")),
        new("ta", [('\u0b80', '\u0bff')]),
        new("te", [('\u0c00', '\u0c7f')]),
        new("kn", [('\u0c80', '\u0cff')]),
        new("ml", [('\u0d00', '\u0d7f')]),
        new("gu", [('\u0a80', '\u0aff')]),
        new("pa", [('\u0a00', '\u0a7f')]),
        new("or", [('\u0b00', '\u0b7f')]),
        new("si", [('\u0d80', '\u0dff')]),
        new("hy", [('\u0530', '\u058f')]),
        new("ka", [('\u10a0', '\u10ff'), ('\u1c90', '\u1cbf')]),
        new("am", [('\u1200', '\u139f')], ("ኣቐዅ", "ti")),
        new("my", [('\u1000', '\u109f')], ("ၵၶꧠၸၺၽꧤ", "shn")),
        new("km", [('\u1780', '\u17ff')]),
        new("lo", [('\u0e80', '\u0eff')]),
        new("chr", [('\u13a0', '\u13ff'), ('\uab70', '\uabbf')]),
        new("syr", [('\u0700', '\u074f')]),
    ];

    public bool Holds(char sign)
    {
        foreach (var (first, last) in Signs)
            if (sign >= first && sign <= last) return true;
        return false;
    }
}
