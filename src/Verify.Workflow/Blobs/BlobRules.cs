using System.Buffers;

namespace Verify.Workflow.Blobs;

/// <summary>What every store asks of its callers, so that a name or a line that one store takes is taken by all of them.</summary>
/// <remarks>
/// The bounds are the narrowest of: an Azure blob name (1,024 characters, no part that ends with a dot), a file name (255 bytes,
/// some of which a folder store keeps for itself) and one Azure append (4 MiB in the oldest service version in use).
/// </remarks>
public static class BlobRules
{
    /// <summary>Characters in a whole name, at most.</summary>
    public const int LongestName = 1000;

    /// <summary>Characters between two slashes, at most.</summary>
    public const int LongestPart = 200;

    /// <summary>Bytes in one append, at most.</summary>
    public const int LongestAppend = 4 * 1024 * 1024;

    static readonly SearchValues<char> Letters =
        SearchValues.Create("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether the text may be one part of a name: what stands between two slashes.</summary>
    public static bool IsPart(ReadOnlySpan<char> part) =>
        part.Length is > 0 and <= LongestPart && part[0] != '.' && part[^1] != '.' && !part.ContainsAnyExcept(Letters);

    /// <summary>Whether the text names a blob by the rules of <see cref="IBlobs"/>.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
            return false;
        foreach (var part in name.Split('/'))
            if (!IsPart(name[part]))
                return false;
        return true;
    }

    /// <exception cref="ArgumentException">The text is no name.</exception>
    public static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsName(name))
            throw new ArgumentException($"\"{name}\" is no blob name: parts of letters, digits, '.', '-' and '_', joined by '/', "
                + $"none empty, longer than {LongestPart} or with a dot at either end.", nameof(name));
    }

    /// <summary>A prefix is empty or the beginning of some name; it may end anywhere, also behind a slash.</summary>
    /// <exception cref="ArgumentException">No name starts like this.</exception>
    public static void CheckPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length > 0 && !IsName(string.Concat(prefix, "x")))
            throw new ArgumentException($"No blob name starts with \"{prefix}\".", nameof(prefix));
    }

    /// <exception cref="ArgumentException">The bytes are not whole lines, or too many for one append.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative.</exception>
    public static void CheckLines(ReadOnlySpan<byte> lines, long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        if (lines.IsEmpty || lines[^1] != (byte)'\n')
            throw new ArgumentException("Only whole lines are appended: the bytes must end with a newline.", nameof(lines));
        if (lines.Length > LongestAppend)
            throw new ArgumentException($"One append takes at most {LongestAppend} bytes; these are {lines.Length}.", nameof(lines));
    }

    /// <summary>The exception for a verb of whole blobs on a grown one, or the other way round.</summary>
    public static InvalidOperationException WrongKind(string name, bool grown) => new(grown
        ? $"{name} is grown by appending: it is never replaced."
        : $"{name} was written whole: nothing is ever appended to it.");
}
