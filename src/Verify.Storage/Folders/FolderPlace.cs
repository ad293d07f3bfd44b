namespace Verify.Storage.Folders;

/// <summary>Where a folder truly is, whatever links lead to it.</summary>
internal static class FolderPlace
{
    static readonly StringComparison Names = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>A sentence when one folder is the other or lies in it.</summary>
    public static string? WhyNotApart(string one, string other)
    {
        var (first, second) = (Of(one), Of(other));
        return first.StartsWith(second, Names) || second.StartsWith(first, Names)
            ? $"{one} and {other} are one folder, or one lies in the other. Choose a folder beside it."
            : null;
    }

    /// <summary>The path with every link followed, as far as it exists, with a slash at its end.</summary>
    static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var place = Path.GetPathRoot(full)!;
        foreach (var part in full[place.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            place = Path.Combine(place, part);
            if (Directory.Exists(place) && Directory.ResolveLinkTarget(place, returnFinalTarget: true) is { } target) place = Of(target.FullName);
        }
        return place.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
    }
}
