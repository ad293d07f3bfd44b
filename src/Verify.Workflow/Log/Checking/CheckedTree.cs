using System.Collections.Immutable;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Checking;

/// <summary>The log as it was built anew from its entries.</summary>
/// <param name="Head">The newest checkpoint; of size 0 where there is none.</param>
/// <param name="Ids">Of the records, by index; null where an entry could not be read.</param>
/// <param name="Nodes">Null where not even the leaves could be read.</param>
/// <param name="Waiting">What a sealing that is not finished puts behind them.</param>
sealed record CheckedTree(Checkpoint Head, ImmutableArray<TreeHash?> Ids, LeafNodes? Nodes, ImmutableArray<TreeHash> Waiting)
{
    readonly Dictionary<TreeHash, long> indices = Ids.Index().Where(entry => entry.Item is not null).DistinctBy(entry => entry.Item).ToDictionary(entry => entry.Item!.Value, entry => (long)entry.Index);

    public long Size => Head.Size;

    public long? IndexOf(TreeHash id) => indices.TryGetValue(id, out var index) ? index : null;
}
