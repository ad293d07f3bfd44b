namespace Verify.Workflow.Log.Tree;

/// <summary>
/// Checks the two proofs as RFC 9162 writes it, sections 2.1.3.2 and 2.1.4.2: from the proof alone, and by another way than the one that
/// makes it.
/// </summary>
public static class ProofChecks
{
    /// <summary>Whether the leaf stands at this index of the tree with this root.</summary>
    public static bool IsIncluded(TreeHash leaf, long index, long size, ReadOnlySpan<TreeHash> path, TreeHash root)
    {
        if (index < 0 || index >= size) return false;
        var (place, last, hash) = (index, size - 1, leaf);
        foreach (var beside in path)
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                hash = Merkle.Node(beside, hash);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else
            {
                hash = Merkle.Node(hash, beside);
            }
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 && hash == root;
    }

    /// <summary>Whether the tree with the new root begins with all leaves of the one with the old root. Every tree goes on from the empty one.</summary>
    public static bool IsConsistent(long old, TreeHash oldRoot, long size, TreeHash root, ReadOnlySpan<TreeHash> proof)
    {
        if (old < 0 || old > size) return false;
        if (old == 0) return proof.IsEmpty && oldRoot == Merkle.Empty;
        if (old == size) return proof.IsEmpty && oldRoot == root;
        var isWhole = (old & (old - 1)) == 0; // then the old root is itself a node of the new tree
        if (!isWhole && proof.IsEmpty) return false;
        var (before, after) = isWhole ? (oldRoot, oldRoot) : (proof[0], proof[0]);
        var (place, last) = (old - 1, size - 1);
        while ((place & 1) == 1) (place, last) = (place >> 1, last >> 1);
        foreach (var beside in isWhole ? proof : proof[1..])
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                (before, after) = (Merkle.Node(beside, before), Merkle.Node(beside, after));
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else
            {
                after = Merkle.Node(after, beside);
            }
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 && before == oldRoot && after == root;
    }
}
