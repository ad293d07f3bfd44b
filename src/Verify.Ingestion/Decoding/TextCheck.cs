using Verify.Workflow.Ports;

namespace Verify.Ingestion.Decoding;

/// <summary>Tells text from what merely decodes: no NUL, no lone surrogate, few control characters, something to read.</summary>
static class TextCheck
{
    /// <summary>One control character in this many characters is dirt; more is a binary file.</summary>
    const int CharactersPerControl = 32;

    /// <param name="field">JSON pointer to the field that holds the text; null when it is the whole input.</param>
    /// <returns>Null when it is text.</returns>
    public static InputProblem? Of(string text, string name, string? field = null)
    {
        var nul = text.IndexOf('\0');
        if (nul >= 0) return Problems.HoldsNul(name, text, nul, field);

        var lone = LoneSurrogate(text);
        if (lone >= 0) return Problems.LoneSurrogate(name, text, lone, field);

        var first = -1;
        var controls = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsControl(text[i]) || text[i] is '\t' or '\n' or '\r' or '\f' or '\v' or '\u0085') continue;
            if (first < 0) first = i;
            controls++;
        }
        if (controls > 1 + text.Length / CharactersPerControl) return Problems.MostlyControls(name, text, controls, first, field);
        return text.AsSpan().Trim().Trim('\uFEFF').IsWhiteSpace() ? Problems.Empty(name, field) : null;
    }

    /// <summary>Index of the first surrogate without its other half; -1 when there is none.</summary>
    public static int LoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return i;
            i++;
        }
        return -1;
    }
}
