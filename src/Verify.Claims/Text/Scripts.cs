namespace Verify.Claims.Text;

/// <summary>What the scripts of the world ask of a reader beyond letters and spaces.</summary>
static class Scripts
{
    /// <summary>True for Thai and Lao, where a space ends a phrase and nothing ends a sentence.</summary>
    public static bool IsWithoutStops(char c) => c is >= '\u0e00' and <= '\u0eff';

    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309f';

    public static bool IsHangul(char c) => c is >= '\uac00' and <= '\ud7af' or >= '\u1100' and <= '\u11ff';

    /// <summary>
    /// True for scripts that put no space between words, or hang their endings on any word (Korean): there each sign is a token of its own, so
    /// that a phrase is met wherever it stands.
    /// </summary>
    public static bool IsUnspaced(char c) => c >= '\u0e00' && c switch
    {
        <= '\u0eff' => true, // Thai, Lao
        >= '\u1000' and <= '\u109f' => true, // Myanmar
        >= '\u1100' and <= '\u11ff' => true, // Hangul letters
        >= '\u1780' and <= '\u17ff' => true, // Khmer
        >= '\u2e80' and <= '\u9fff' => true, // Han, kana
        >= '\uac00' and <= '\ud7af' => true, // Hangul syllables
        >= '\uf900' and <= '\ufaff' => true, // Han, compatibility
        _ => false,
    };
}
