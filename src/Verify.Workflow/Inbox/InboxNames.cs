using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Verify.Workflow.Inbox;

/// <summary>Names of dropped blobs: strangers chose them.</summary>
public static class InboxNames
{
    /// <summary>UTF-16 code units in a name, at most; Azure's own bound.</summary>
    public const int Longest = 1024;

    const int LongestShown = 200, LongestEnding = 10;

    static readonly string[] UnderWay = [".tmp", ".part"];

    /// <summary>
    /// Whether a blob can be asked for by this name alone. A part that is "." or ".." cannot: addresses are shortened on their way, and
    /// <c>../verify/articles/…</c> would lead out of the container.
    /// </summary>
    public static bool IsName(string name)
    {
        if (name.Length is 0 or > Longest || !IsWellFormed(name)) return false;
        foreach (var part in name.AsSpan().SplitAny('/', '\\'))
            if (name.AsSpan(part) is "." or "..") return false;
        return true;
    }

    /// <summary>Whether the name says that its writer is not done.</summary>
    public static bool IsUnderWay(string name) => UnderWay.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The name as journals, messages and logs keep it: at most 220 characters, none that is invisible or turns the text around. A name
    /// that had to be changed carries eight digits of its own hash in front of its ending, so that two names never become one.
    /// </summary>
    public static string Shown(string name)
    {
        var shown = Plain(name, LongestShown);
        if (shown == name) return name;
        var ending = Plain(Path.GetExtension(name), LongestEnding);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(name)))[..8];
        return $"{(shown.EndsWith(ending, StringComparison.Ordinal) ? shown[..^ending.Length] : shown)}~{hash}{ending}";
    }

    static string Plain(string name, int longest)
    {
        var plain = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > longest) break;
            plain.Append(IsPlain(rune) ? rune.ToString() : "_");
        }
        return plain.ToString();
    }

    static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    static bool IsWellFormed(string name)
    {
        for (var rest = name.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done) return false;
            rest = rest[length..];
        }
        return true;
    }
}
