using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Verify.Workflow.Rebuilding;

/// <summary>What a rebuild did.</summary>
/// <param name="Folders">Each folder that is derived.</param>
/// <param name="Unreadable">Journals that cannot be read, and why. What is derived from them was left as it is.</param>
public sealed record Rebuilt(int Articles, int Reviews, ImmutableArray<RebuiltFolder> Folders, ImmutableArray<string> Unreadable);

/// <summary>One folder of derived names.</summary>
/// <param name="Right">Names that were as they should be.</param>
/// <param name="Written">Names that were missing or said something else.</param>
/// <param name="Removed">Names that no journal speaks for.</param>
public sealed record RebuiltFolder(string Prefix, int Right, int Written, int Removed);

/// <summary>What became of each name, the last word.</summary>
sealed class RebuildTally
{
    readonly ConcurrentDictionary<string, Fate> fates = new(StringComparer.Ordinal);

    enum Fate
    {
        Right,
        Written,
        Removed,
    }

    public bool Knows(string name) => fates.ContainsKey(name);

    public void Forget(string name) => fates.TryRemove(name, out _);

    public void Right(string name) => fates.TryAdd(name, Fate.Right);

    public void Written(string name) => fates[name] = Fate.Written;

    public void Removed(string name) => fates[name] = Fate.Removed;

    public RebuiltFolder Of(string prefix)
    {
        var here = fates.Where(fate => fate.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(fate => fate.Value).ToArray();
        return new(prefix, here.Count(fate => fate == Fate.Right), here.Count(fate => fate == Fate.Written), here.Count(fate => fate == Fate.Removed));
    }
}
