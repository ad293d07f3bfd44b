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
    // By leaf and not by id: where the entries are lost, the hashes beside them still tell which record stands where.
    readonly Dictionary<TreeHash, long> indices = Leaves(Ids, Nodes).Index().Where(leaf => leaf.Item is not null).DistinctBy(leaf => leaf.Item).ToDictionary(leaf => leaf.Item!.Value, leaf => (long)leaf.Index);

    public long Size => Head.Size;

    /// <summary>The log with what a sealing that is not finished puts behind it; null where not even the leaves could be read.</summary>
    public LeafNodes? Grown { get; } = Nodes is null || Waiting.IsEmpty ? Nodes : new([.. Leaves(Ids, Nodes).Select(leaf => leaf!.Value), .. Waiting.Select(id => Merkle.Leaf(id.ToArray()))]);

    public long? IndexOf(TreeHash id) => indices.TryGetValue(Merkle.Leaf(id.ToArray()), out var index) ? index : null;

    static IEnumerable<TreeHash?> Leaves(ImmutableArray<TreeHash?> ids, LeafNodes? nodes)
    {
        for (var n = 0; n < ids.Length; n++) yield return nodes is not null ? nodes[0, n] : ids[n] is { } id ? Merkle.Leaf(id.ToArray()) : null;
    }
}
