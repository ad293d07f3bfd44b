namespace Verify.Claims.Languages;

/// <summary>One entry of a language file, cut into the lexicon's words.</summary>
/// <param name="Text">As the file writes it, one string a word.</param>
/// <param name="Stuck">By word: digits that touch the word before them ("m2") and must do so in the text.</param>
/// <param name="Exact">Matches only as written, or wholly in capitals: names and symbols.</param>
/// <param name="Value">The number it stands for, where it stands for one.</param>
/// <param name="Code">The UCUM or ISO 4217 code, or the topic.</param>
/// <param name="Detail">A relation, a modality or a kind, by role.</param>
/// <param name="Edges">Where a word must begin or end: how a script whose signs are tokens tells its words apart.</param>
sealed record Phrase(Role Role, int[] Words, string[] Text, bool[] Stuck, bool Exact, decimal Value, string? Code, byte Detail, Edges Edges)
{
    public int Length => Words.Length;
}
