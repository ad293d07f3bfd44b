using Verify.Workflow.Blobs;

namespace Verify.Storage.Folders;

/// <summary>Which file holds which blob.</summary>
/// <remarks>
/// A blob written whole is the file of its name. A grown blob is that file with <c>+lines</c> behind it: no name can hold a plus
/// sign, so the two never meet, and a reader knows from the file's name alone whether a missing last newline means a torn line.
/// The store's own files are under <c>.store</c>, which is no part of any name either.
/// </remarks>
internal sealed class FolderNames(string root)
{
    const string GrownEnd = "+lines";

    /// <summary>The store's folder as an absolute path without a slash at its end.</summary>
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public string Unfinished => Path.Combine(Root, ".store", "unfinished");

    public string Locks => Path.Combine(Root, ".store", "locks");

    public string Whole(string name) => Path.Combine(Root, name);

    public string Grown(string name) => Whole(name) + GrownEnd;

    /// <summary>The last part of the name of the blob that a file holds, or null for a file that is none of the store's.</summary>
    public static string? Blob(ReadOnlySpan<char> fileName)
    {
        if (fileName.EndsWith(GrownEnd, StringComparison.Ordinal))
            fileName = fileName[..^GrownEnd.Length];
        return BlobRules.IsPart(fileName) ? fileName.ToString() : null;
    }
}
