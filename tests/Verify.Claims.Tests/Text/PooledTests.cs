using Verify.Claims.Text;

namespace Verify.Claims.Tests.Text;

public sealed class PooledTests
{
    [Fact]
    public void Lists_that_are_in_use_share_nothing_and_one_that_was_given_back_comes_empty()
    {
        for (var round = 0; round < 3; round++)
        {
            var lists = Enumerable.Range(0, 6).Select(_ => new Pooled<Stretch>()).ToArray();
            Assert.All(lists, list => Assert.Equal(0, list.Count));
            for (var n = 0; n < 200; n++)
            {
                for (var list = 0; list < lists.Length; list++) lists[list].Add(new(list, n));
            }
            for (var list = 0; list < lists.Length; list++) Assert.Equal(Enumerable.Range(0, 200).Select(n => new Stretch(list, n)), lists[list].Items.ToArray());
            foreach (var list in lists) list.Dispose();
        }
    }

    [Fact]
    public void A_list_that_was_given_back_twice_is_handed_out_once()
    {
        var list = new Pooled<Stretch>();
        list.Add(new(1, 2));
        list.Dispose();
        list.Dispose();
        using var one = new Pooled<Stretch>();
        using var other = new Pooled<Stretch>();
        one.Add(new(3, 4));
        other.Add(new(5, 6));
        Assert.Equal(new Stretch(3, 4), one[0]);
    }

    [Fact]
    public void A_list_is_read_again_without_allocating()
    {
        Fill();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 100; n++) Fill();
        // The list itself, and no array of 200.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 64);

        static void Fill()
        {
            using var list = new Pooled<Stretch>();
            for (var n = 0; n < 200; n++) list.Add(new(n, n));
        }
    }

    [Fact]
    public void A_place_behind_the_last_is_refused()
    {
        using var list = new Pooled<Stretch>();
        list.Add(new(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => list[1]);
        Assert.Throws<IndexOutOfRangeException>(() => list[-1]);
    }
}
