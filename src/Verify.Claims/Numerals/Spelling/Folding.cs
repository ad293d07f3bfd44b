namespace Verify.Claims.Numerals.Spelling;

/// <summary>
/// Brings number words and their rules to one form, letter by letter: small letters, one apostrophe, no marks that only guide
/// the eye or the voice. What is left of a letter is one letter or nothing, so places are never lost.
/// </summary>
static class Folding
{
    /// <summary>Of a letter that is dropped.</summary>
    public const char Nothing = '\0';

    const string Marked = "àáâãäåāăąçćčďèéêëēėęěìíîïīįłńñňòóôõöőōřśšşșťțùúûüűūůýÿźżž";
    const string Plain = "aaaaaaaaacccdeeeeeeeeiiiiiilnnnooooooorssssttuuuuuuuyyzzz";

    /// <param name="accents">Whether accents of Latin letters are dropped too: "veintitres".</param>
    public static char Of(char c, bool accents)
    {
        if (char.IsAscii(c)) return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        c = char.ToLowerInvariant(c);
        if (accents && Marked.IndexOf(c, StringComparison.Ordinal) is var at and >= 0) return Plain[at];
        return c switch
        {
            '’' or 'ʼ' or 'ʻ' or '‘' or '`' => '\'',
            'ı' or '\u0130' => 'i',
            'ё' => 'е',
            'ς' => 'σ',
            'ά' => 'α', 'έ' => 'ε', 'ή' => 'η', 'ί' or 'ϊ' or 'ΐ' => 'ι', 'ό' => 'ο', 'ύ' or 'ϋ' or 'ΰ' => 'υ', 'ώ' => 'ω',
            'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
            'ى' or 'ی' => 'ي',
            'ک' => 'ك',
            'ة' => 'ه',
            '\u09dc' => '\u09a1', '\u09dd' => '\u09a2', '\u09df' => '\u09af',
            '\u0958' => '\u0915', '\u0959' => '\u0916', '\u095a' => '\u0917', '\u095b' => '\u091c', '\u095c' => '\u0921', '\u095d' => '\u0922', '\u095e' => '\u092b',
            '\u0901' => '\u0902',
            _ => IsSilent(c) ? Nothing : c,
        };
    }

    /// <summary>Folds a word; false where it is longer than the room, or nothing is left.</summary>
    public static bool TryWord(ReadOnlySpan<char> word, bool accents, Span<char> room, out int count)
    {
        count = 0;
        foreach (var c in word)
        {
            if (Of(c, accents) is not (var letter and not Nothing)) continue;
            if (count == room.Length) return false;
            room[count++] = letter;
        }
        return count > 0;
    }

    /// <summary>Folds a word of the lexicon: as <see cref="Of"/>, but letters that tell words apart stay ("على" is no "علي").</summary>
    public static ReadOnlySpan<char> Lightly(ReadOnlySpan<char> word, Span<char> room)
    {
        if (word.Length > room.Length) return word;
        var count = 0;
        foreach (var c in word)
        {
            if ((c is 'ى' or 'ة' ? c : Of(c, false)) is var letter and not Nothing) room[count++] = letter;
        }
        return count == 0 ? word : room[..count];
    }

    /// <summary>Soft hyphens, joiners, the stretching of Arabic letters, vowel signs of Arabic and Hebrew, the dot under Devanagari and Bengali letters, accents that stand alone.</summary>
    static bool IsSilent(char c) => c is
        '\u00ad' or (>= '\u200b' and <= '\u200d') or '\u2060' or '\u0640' or (>= '\u064b' and <= '\u065f') or '\u0670' or (>= '\u0591' and <= '\u05bd') or (>= '\u05bf' and <= '\u05c7')
        or '\u093c' or '\u09bc' or '\u0301';
}
