using Verify.Workflow.Log.Tiles;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Tests.Log;

public sealed class TileTests
{
    [Theory]
    [InlineData(0, 1234067, 256, "0/x001/x234/067")] // c2sp.org/tlog-tiles
    [InlineData(0, 0, 256, "0/000")]
    [InlineData(0, 999, 17, "0/999.p/17")]
    [InlineData(1, 1000, 1, "1/x001/000.p/1")]
    [InlineData(63, 5, 255, "63/005.p/255")]
    [InlineData(TileName.Entries, 273, 112, "entries/273.p/112")]
    [InlineData(TileName.Entries, 1000000, 256, "entries/x001/x000/000")]
    public void A_tile_has_one_name(int level, long index, int width, string name)
    {
        var tile = new TileName(level, index, width);
        Assert.Equal(name, tile.ToString());
        Assert.True(TileName.TryParse(name, out var read));
        Assert.Equal(tile, read);
    }

    [Theory]
    [InlineData("0/0")]
    [InlineData("0/00")]
    [InlineData("0/000.p/0")]
    [InlineData("0/000.p/256")]
    [InlineData("0/000.p/01")]
    [InlineData("0/000.p")]
    [InlineData("00/000")]
    [InlineData("64/000")]
    [InlineData("0/001/234")]
    [InlineData("0/x000/001")]
    [InlineData("entry/000")]
    [InlineData("0")]
    [InlineData("")]
    public void Any_other_name_is_no_tile(string name) => Assert.False(TileName.TryParse(name, out _) );

    [Fact]
    public void A_tree_of_70_000_has_the_tiles_of_the_specification()
    {
        var tiles = TileName.Of(70_000).Where(tile => tile.Level >= 0).ToList();
        Assert.Equal(273, tiles.Count(tile => tile is { Level: 0, IsPartial: false }));
        Assert.Equal(["0/273.p/112", "1/001.p/17", "2/000.p/1"], tiles.Where(tile => tile.IsPartial).Select(tile => tile.ToString()));
        Assert.Equal(["1/000"], tiles.Where(tile => tile is { Level: 1, IsPartial: false }).Select(tile => tile.ToString()));
        Assert.Equal(["0/000", "1/000.p/1"], TileName.Of(256).Where(tile => tile.Level >= 0).Select(tile => tile.ToString()));
    }

    [Fact]
    public void Going_on_from_a_size_writes_what_the_larger_tree_has_and_the_smaller_had_not()
    {
        foreach (var (old, size) in from old in new[] { 0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 66_000 } from more in new[] { 0, 1, 2, 255, 256, 700 } select (old, old + more))
            Assert.Equal(TileName.Of(size).Except(TileName.Of(old)).Select(tile => tile.ToString()).Order(), TileName.Between(old, size).Select(tile => tile.ToString()).Order());
    }

    [Fact]
    public void Entries_stand_behind_their_length_in_two_bytes()
    {
        TreeHash[] ids = [Merkle.Empty, Merkle.Leaf([1])];
        var bytes = EntryBundle.Write(ids);
        Assert.Equal(68, bytes.Length);
        Assert.Equal([0, 32], bytes[..2]);
        Assert.True(EntryBundle.TryRead(bytes, 2, out var read));
        Assert.Equal(ids, read);
        Assert.False(EntryBundle.TryRead(bytes, 1, out _));
        Assert.False(EntryBundle.TryRead(bytes.AsSpan(1), 2, out _));
        bytes[1] = 31;
        Assert.False(EntryBundle.TryRead(bytes, 2, out _));
    }
}
