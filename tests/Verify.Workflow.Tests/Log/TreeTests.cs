using System.Text;
using CsCheck;
using Verify.Workflow.Log.Tree;
using static Verify.Workflow.Tests.Log.PublishedTree;

namespace Verify.Workflow.Tests.Log;

/// <summary>The tree and its proofs: the published values, and for every size what must hold.</summary>
public sealed class TreeTests
{
    const int MostLeaves = 300;

    static readonly LeafNodes Large = Of(MostLeaves);

    [Fact]
    public async Task Roots_are_the_published_ones()
    {
        for (var size = 0; size < Roots.Length; size++)
        {
            Assert.Equal(Roots[size], Merkle.Root(Hashes.AsSpan(0, size)).ToHex());
            Assert.Equal(Roots[size], (await Nodes.RootAsync(size)).ToHex());
        }
    }

    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public async Task Proofs_of_inclusion_are_the_published_ones(int index, int size, string path)
    {
        Assert.Equal(HashesOf(path), await Nodes.InclusionAsync(index, size));
        Assert.True(ProofChecks.IsIncluded(Hashes[index], index, size, HashesOf(path).AsSpan(), Hash(Roots[size])));
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public async Task Proofs_of_consistency_are_the_published_ones(int old, int size, string proof)
    {
        Assert.Equal(HashesOf(proof), await Nodes.ConsistencyAsync(old, size));
        Assert.True(ProofChecks.IsConsistent(old, Hash(Roots[old]), size, Hash(Roots[size]), HashesOf(proof).AsSpan()));
    }

    [Fact]
    public async Task Every_leaf_of_every_size_is_proven_and_at_its_own_index_alone()
    {
        for (var size = 1; size <= 80; size++)
        {
            var root = await Large.RootAsync(size);
            for (var index = 0; index < size; index++)
            {
                var path = await Large.InclusionAsync(index, size);
                for (var at = -1; at <= size; at++)
                    Assert.Equal(at == index, ProofChecks.IsIncluded(Large[0, index], at, size, path.AsSpan(), root));
            }
        }
    }

    [Fact]
    public async Task Every_size_goes_on_from_every_smaller_one()
    {
        for (var size = 0; size <= 130; size++)
        {
            var root = await Large.RootAsync(size);
            Assert.True(ProofChecks.IsConsistent(0, Merkle.Empty, size, root, []));
            for (var old = 1; old <= size; old++)
                Assert.True(ProofChecks.IsConsistent(old, await Large.RootAsync(old), size, root, (await Large.ConsistencyAsync(old, size)).AsSpan()), $"{old} of {size}");
        }
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_no_proof_of_inclusion() =>
        (from size in Gen.Int[1, MostLeaves] from index in Gen.Int[0, size - 1] from place in Gen.Int[0, 100] from bit in Gen.Int[0, 255] select (size, index, place, bit)).Sample(sample =>
        {
            var path = Large.InclusionAsync(sample.index, sample.size).GetAwaiter().GetResult().ToArray();
            var (leaf, root) = (Large[0, sample.index], Large.RootAsync(sample.size).AsTask().GetAwaiter().GetResult());
            if (!ProofChecks.IsIncluded(leaf, sample.index, sample.size, path, root)) return false;
            var place = sample.place % (path.Length + 2);
            if (place == path.Length) leaf = Flip(leaf, sample.bit);
            else if (place > path.Length) root = Flip(root, sample.bit);
            else path[place] = Flip(path[place], sample.bit);
            return !ProofChecks.IsIncluded(leaf, sample.index, sample.size, path, root);
        });

    [Fact]
    public void A_flipped_bit_anywhere_is_no_proof_of_consistency() =>
        (from size in Gen.Int[1, MostLeaves] from old in Gen.Int[1, size] from place in Gen.Int[0, 100] from bit in Gen.Int[0, 255] select (size, old, place, bit)).Sample(sample =>
        {
            var proof = Large.ConsistencyAsync(sample.old, sample.size).GetAwaiter().GetResult().ToArray();
            var (before, root) = (Large.RootAsync(sample.old).AsTask().GetAwaiter().GetResult(), Large.RootAsync(sample.size).AsTask().GetAwaiter().GetResult());
            if (!ProofChecks.IsConsistent(sample.old, before, sample.size, root, proof)) return false;
            var place = sample.place % (proof.Length + 2);
            if (place == proof.Length) before = Flip(before, sample.bit);
            else if (place > proof.Length) root = Flip(root, sample.bit);
            else proof[place] = Flip(proof[place], sample.bit);
            return !ProofChecks.IsConsistent(sample.old, before, sample.size, root, proof);
        });

    [Fact]
    public async Task A_path_that_is_too_short_or_too_long_proves_nothing()
    {
        for (var size = 1; size <= 40; size++)
            for (var index = 0; index < size; index++)
            {
                var (path, root) = (await Large.InclusionAsync(index, size), await Large.RootAsync(size));
                Assert.False(ProofChecks.IsIncluded(Large[0, index], index, size, path.Add(root).AsSpan(), root));
                if (path.Length > 0) Assert.False(ProofChecks.IsIncluded(Large[0, index], index, size, path.AsSpan()[..^1], root));
            }
    }

    [Fact]
    public void A_leaf_and_a_node_of_the_same_bytes_hash_apart()
    {
        var (one, other) = (Merkle.Leaf(Encoding.UTF8.GetBytes("1")), Merkle.Leaf(Encoding.UTF8.GetBytes("2")));
        Assert.NotEqual(Merkle.Node(one, other), Merkle.Leaf([.. one.ToArray(), .. other.ToArray()]));
    }

    [Fact]
    public void A_hash_is_written_in_one_way_alone()
    {
        var hash = Hash(Roots[8]);
        Assert.Equal(hash, TreeHash.Read(hash.ToArray()));
        Assert.True(TreeHash.TryParseBase64(hash.ToBase64(), out var read) && read == hash);
        Assert.False(TreeHash.TryParseBase64(hash.ToBase64()[..^1], out _));
        Assert.False(TreeHash.TryParseBase64(hash.ToBase64().Replace("=", " =", StringComparison.Ordinal), out _));
        Assert.False(TreeHash.TryParseHex(Roots[8].ToUpperInvariant(), out _));
    }

    static TreeHash Flip(TreeHash hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return TreeHash.Read(bytes);
    }
}
