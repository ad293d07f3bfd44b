using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Verify.Workflow.Log.Tiles;

/// <summary>Names a tile of the log: up to 256 hashes of one level, or the entries of as many leaves (c2sp.org/tlog-tiles).</summary>
/// <param name="Level">Of tiles: each spans eight levels of the tree. <see cref="Entries"/> for a bundle of entries.</param>
/// <param name="Index">From the left.</param>
/// <param name="Width">1 to 256; below that it is partial, and the tree had no more when it was written.</param>
public readonly record struct TileName(int Level, long Index, int Width)
{
    public const int Entries = -1;
    public const int Full = 256;
    public const int LevelsEach = 8;

    const string EntriesName = "entries";
    const string PartialEnd = ".p";

    public bool IsPartial => Width < Full;

    /// <summary>Every tile that a tree of this size has, from the leaves up; the last of each level may be partial.</summary>
    public static IEnumerable<TileName> Of(long size) => Between(0, size);

    /// <summary>The tiles that a tree of this size has and a smaller one did not have.</summary>
    public static IEnumerable<TileName> Between(long old, long size)
    {
        foreach (var tile in OfLevel(Entries, old, size)) yield return tile;
        for (var level = 0; size > 0; level++, old /= Full, size /= Full)
            foreach (var tile in OfLevel(level, old, size)) yield return tile;
    }

    static IEnumerable<TileName> OfLevel(int level, long old, long size)
    {
        if (size == old) yield break;
        for (var index = old / Full; index * Full < size; index++) yield return new(level, index, (int)Math.Min(Full, size - (index * Full)));
    }

    /// <summary>Below the folder of all tiles: <c>0/x001/234.p/17</c>, <c>entries/000</c>.</summary>
    public override string ToString()
    {
        var path = new StringBuilder(Level == Entries ? EntriesName : Level.ToString(CultureInfo.InvariantCulture));
        var digits = Index.ToString("D3", CultureInfo.InvariantCulture);
        if (digits.Length % 3 is var over and > 0) digits = digits.PadLeft(digits.Length + 3 - over, '0');
        for (var at = 0; at < digits.Length; at += 3) path.Append('/').Append(at + 3 < digits.Length ? "x" : "").Append(digits, at, 3);
        if (IsPartial) path.Append(PartialEnd).Append(CultureInfo.InvariantCulture, $"/{Width}");
        return path.ToString();
    }

    /// <summary>Only as <see cref="ToString"/> writes it: one name a tile.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TileName? tile)
    {
        tile = null;
        var parts = text.Split('/').ToList();
        var width = Full;
        if (parts.Count > 2 && parts[^2].EndsWith(PartialEnd, StringComparison.Ordinal))
        {
            if (!int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out width)) return false;
            parts.RemoveAt(parts.Count - 1);
            parts[^1] = parts[^1][..^PartialEnd.Length];
        }
        var level = Entries;
        if (parts[0] != EntriesName && !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out level)) return false;
        var digits = string.Concat(parts.Skip(1).Select(part => part.TrimStart('x')));
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return false;
        tile = new(level, index, width);
        return width is >= 1 and <= Full && level <= 63 && tile.ToString() == text;
    }
}
