namespace Verify.Workflow.Log.Tree;

/// <summary>A tree in memory: all nodes over its leaves, 64 bytes a leaf.</summary>
public sealed class LeafNodes : INodes
{
    readonly List<TreeHash[]> levels;

    public LeafNodes(IEnumerable<TreeHash> leaves)
    {
        levels = [[.. leaves]];
        for (var below = levels[0]; below.Length > 1; levels.Add(below))
        {
            var above = new TreeHash[below.Length / 2];
            for (var n = 0; n < above.Length; n++) above[n] = Merkle.Node(below[2 * n], below[(2 * n) + 1]);
            below = above;
        }
    }

    public long Size => levels[0].Length;

    /// <summary>How many whole subtrees of 2^<paramref name="level"/> leaves there are.</summary>
    public long CountOf(int level) => level < levels.Count ? levels[level].Length : 0;

    public TreeHash this[int level, long index] => levels[level][index];

    public ValueTask<TreeHash> NodeAsync(int level, long index) => ValueTask.FromResult(levels[level][index]);

    /// <summary>The root of the tree as it was at a size.</summary>
    public ValueTask<TreeHash> RootAsync(long size) => this.RootAsync(0, size);
}
