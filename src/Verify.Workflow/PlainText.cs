using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Verify.Workflow;

/// <summary>What people may write that others read.</summary>
static class PlainText
{
    // All controls but tab and line ends, and the marks that turn the direction of what follows.
    static readonly SearchValues<char> NoText = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(letter => char.IsControl(letter) && letter is not ('\t' or '\n' or '\r')), .. "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"]);

    /// <summary>Nothing of it would be seen.</summary>
    public static bool IsBlank([NotNullWhen(false)] string? text) => text is null || text.All(letter => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control);

    /// <summary>The first thing wrong with it, or null.</summary>
    /// <param name="field">JSON pointer or the parameter's name.</param>
    public static Refusal? Refuse(string? text, int most, string field)
    {
        if (text is null) return null;
        if (text.Length > most) return new(RefusalKind.Invalid, "tooLong", $"At most {most} characters here, not {text.Length}.", field);
        return text.AsSpan().ContainsAny(NoText) || HasHalfPair(text)
            ? new(RefusalKind.Invalid, "notText", "Here stands a character that is no text: a control character, a direction override or half a surrogate pair. Leave it out.", field)
            : null;
    }

    static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])) return true;
        }
        return false;
    }
}
