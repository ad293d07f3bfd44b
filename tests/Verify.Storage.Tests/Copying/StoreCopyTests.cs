using System.Text;
using Verify.Storage.Copying;
using Verify.Storage.Folders;
using Verify.Storage.Tests.Folders;
using Verify.Testing.Blobs;
using Verify.Testing.Emulators;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Copying;

public sealed class StoreCopyTests : IDisposable
{
    static readonly CopyOptions AtOnce = new() { Pauses = [] };

    readonly TemporaryFolder here = new();
    readonly TemporaryFolder there = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static async Task<IBlobs> OpenAsync(string kind, TemporaryFolder folder)
    {
        if (kind == "memory") return new MemoryBlobs();
        if (kind == "folder") return new FolderBlobs(folder.Path, new() { Flush = false });
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        return Stores.Open(azurite.NewAddress());
    }

    [Theory]
    [InlineData("folder", "folder")]
    [InlineData("folder", "container")]
    [InlineData("container", "folder")]
    [InlineData("container", "container")]
    [InlineData("memory", "memory")]
    public async Task A_desk_is_copied_whole_and_goes_on_in_the_copy(string one, string other)
    {
        var (from, to) = (await OpenAsync(one, here), await OpenAsync(other, there));
        var clock = await SeededDesk.WriteAsync(from);
        await SeededDesk.AddMoreAsync(from);
        var held = await SeededDesk.HeldAsync(from);

        var copy = new StoreCopy(from, to, AtOnce);
        Assert.Null(await copy.WhyNotAsync(Cancel));
        var report = await copy.RunAsync(Cancel);
        Assert.Equal((0, held.Count, held.Count), (report.Differences, report.Blobs, report.Written.Blobs));
        Assert.Equal(report.Bytes, report.Written.Bytes);
        Assert.Equal(held, await SeededDesk.HeldAsync(to, withBeside: true));

        // Once more does nothing.
        var again = await new StoreCopy(from, to, AtOnce).RunAsync(Cancel);
        Assert.Equal((0, held.Count, (0, 0)), (again.Differences, again.Blobs, again.Written));

        await SeededDesk.GoesOnAsync(to, clock);
        Assert.Equal(held, await SeededDesk.HeldAsync(from));
    }

    [Fact]
    public async Task Nobody_loses_by_two_copies_at_once()
    {
        var (from, to) = (new MemoryBlobs(), await OpenAsync("folder", there));
        await SeededDesk.WriteAsync(from);
        await SeededDesk.AddMoreAsync(from);
        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => new StoreCopy(from, to, AtOnce).RunAsync(Cancel), Cancel)));
        Assert.Equal(await SeededDesk.HeldAsync(from), await SeededDesk.HeldAsync(to, withBeside: true));
        Assert.All(reports, report => Assert.Equal(0, report.Differences));
    }

    [Fact]
    public async Task A_copy_onto_itself_by_another_name_changes_nothing()
    {
        var store = new MemoryBlobs();
        await SeededDesk.WriteAsync(store);
        var held = await SeededDesk.HeldAsync(store);
        Assert.Equal((0, (0, 0)), (await new StoreCopy(store, store, AtOnce).RunAsync(Cancel) is var report ? report.Differences : -1, report.Written));
        Assert.Equal(held, await SeededDesk.HeldAsync(store));
    }

    [Fact]
    public async Task A_torn_last_line_is_no_line_on_either_side()
    {
        var from = await OpenAsync("folder", here);
        var to = await OpenAsync("folder", there);
        var clock = await SeededDesk.WriteAsync(from);
        await new StoreCopy(from, to, AtOnce).RunAsync(Cancel);
        var held = await SeededDesk.HeldAsync(from);
        var journals = (await SeededDesk.HeldAsync(from)).Keys.Where(name => name.StartsWith("journals/", StringComparison.Ordinal)).ToArray();
        foreach (var journal in journals) await File.AppendAllTextAsync(here.File($"{journal}+lines"), "{\"type\":\"claimAppr", Cancel);
        foreach (var journal in journals)
        {
            // As a copy leaves it that was killed: some lines, and a part of the next.
            var lines = await File.ReadAllBytesAsync(there.File($"{journal}+lines"), Cancel);
            await File.WriteAllBytesAsync(there.File($"{journal}+lines"), lines[..^3], Cancel);
        }
        Assert.Equal(0, (await new StoreCopy(from, to, AtOnce).RunAsync(Cancel)).Differences);
        Assert.Equal(held, await SeededDesk.HeldAsync(to));
        await SeededDesk.GoesOnAsync(to, clock);
    }

    static readonly byte[] Lines = "one\ntwo\n"u8.ToArray();

    // What stands in TO before, and what the difference says of it. FROM holds the lines, grown, or written whole.
    [Theory]
    [InlineData(true, "one\nother\n", true, "differs from byte 4 on")]
    [InlineData(true, "one\ntwo\nthree\n", true, "goes on in TO behind the 8 bytes of FROM")]
    [InlineData(true, "one\ntwo\n", false, "grown by appending in FROM and written whole in TO")]
    [InlineData(true, "one\n", false, "grown by appending in FROM and written whole in TO")]
    [InlineData(false, "one\ntwo\n", true, "written whole in FROM and grown by appending in TO")]
    [InlineData(false, "one\nother\n", false, "differs from byte 4 on")]
    [InlineData(false, "one\n", false, "differs from byte 4 on")]
    [InlineData(false, "one\ntwo\nthree\n", false, "differs from byte 8 on")]
    [InlineData(false, "", false, "differs from byte 0 on")]
    public async Task Other_bytes_in_the_copy_are_told_and_left_as_they_are(bool isGrown, string before, bool wasGrown, string what)
    {
        var (from, to) = (new MemoryBlobs(), new MemoryBlobs());
        await SeededDesk.WriteAsync(from);
        await PutAsync(from, Lines, isGrown);
        await PutAsync(to, Encoding.UTF8.GetBytes(before), wasGrown);
        var held = await SeededDesk.HeldAsync(from);

        var report = await new StoreCopy(from, to, AtOnce).RunAsync(Cancel);
        Assert.Equal(1, report.Differences);
        var difference = Assert.Single(report.First);
        Assert.Equal("journals/review/x", difference.Name);
        Assert.Contains(what, difference.What, StringComparison.Ordinal);
        Assert.EndsWith(".", difference.What, StringComparison.Ordinal);
        Assert.Equal(before, Encoding.UTF8.GetString((await to.ReadAsync("journals/review/x", Cancel))!.Content.Span));
        Assert.Equal(held.Count - 1, report.Blobs); // and everything else is there

        static async Task PutAsync(IBlobs store, byte[] bytes, bool isGrown) => Assert.True(
            isGrown ? await store.AppendAsync("journals/review/x", bytes, 0, Cancel) : await store.CreateAsync("journals/review/x", bytes, Cancel));
    }

    [Theory]
    [InlineData("queue/10/older-claim", true)]
    [InlineData("records/2026/03/x.json", true)]
    [InlineData("inbox/theirs.txt", false)]
    [InlineData("leases/theirs", false)]
    [InlineData("verify.json", false)]
    public async Task What_is_in_the_copy_alone_is_told_where_it_is_the_desk_s(string name, bool isTold)
    {
        var (from, to) = (new MemoryBlobs(), new MemoryBlobs());
        await SeededDesk.WriteAsync(from);
        await to.CreateAsync(name, "{}"u8.ToArray(), Cancel);
        var report = await new StoreCopy(from, to, AtOnce).RunAsync(Cancel);
        Assert.Equal(isTold ? 1 : 0, report.Differences);
        if (isTold) Assert.Contains("in TO alone", Assert.Single(report.First).What, StringComparison.Ordinal);
        Assert.NotNull(await to.ReadAsync(name, Cancel));
    }

    [Fact]
    public async Task Of_many_differences_all_are_counted_and_some_named()
    {
        var (from, to) = (new MemoryBlobs(), new MemoryBlobs());
        await SeededDesk.WriteAsync(from);
        for (var n = 0; n < 250; n++) await to.CreateAsync($"queue/00/{n:000}", "{}"u8.ToArray(), Cancel);
        var report = await new StoreCopy(from, to, AtOnce).RunAsync(Cancel);
        Assert.Equal((250, CopyReport.MostNamed), (report.Differences, report.First.Length));
    }

    [Fact]
    public async Task What_changes_while_it_is_copied_is_brought_across_and_told_where_it_never_stands_still()
    {
        var (from, to) = (new MemoryBlobs(), new MemoryBlobs());
        await SeededDesk.WriteAsync(from);
        var busy = new BusyBlobs(from, changes: 2);
        Assert.Equal(0, (await new StoreCopy(busy, to, AtOnce).RunAsync(Cancel)).Differences);
        Assert.Equal(await SeededDesk.HeldAsync(from), await SeededDesk.HeldAsync(to));

        var report = await new StoreCopy(new BusyBlobs(from, changes: int.MaxValue), to, AtOnce).RunAsync(Cancel);
        Assert.Contains(report.First, difference => difference.What.Contains("Stop the desk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_for_a_moment_is_asked_again()
    {
        var (from, to) = (new MemoryBlobs(), new MemoryBlobs());
        await SeededDesk.WriteAsync(from);
        var report = await new StoreCopy(from, new FlakyBlobs(to, every: 3), new() { Pauses = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero] }).RunAsync(Cancel);
        Assert.Equal(0, report.Differences);
        Assert.Equal(await SeededDesk.HeldAsync(from), await SeededDesk.HeldAsync(to));
    }

    [Fact]
    public async Task Where_no_desk_is_nothing_is_copied()
    {
        var from = await OpenAsync("folder", here);
        Assert.Contains("no desk in FROM", await new StoreCopy(from, new MemoryBlobs()).WhyNotAsync(Cancel), StringComparison.Ordinal);
        await from.CreateAsync("articles/x/raw", "x"u8.ToArray(), Cancel);
        await File.WriteAllTextAsync(here.File("notes.txt"), "x", Cancel);
        Assert.Contains("no desk in FROM", await new StoreCopy(from, new MemoryBlobs()).WhyNotAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_desk_is_never_copied_into()
    {
        var (from, to) = (new MemoryBlobs(), new MemoryBlobs());
        await SeededDesk.WriteAsync(from);
        await to.AppendAsync($"journals/article/{new string('f', 64)}", "{}\n"u8.ToArray(), 0, Cancel);
        Assert.Contains("another desk", await new StoreCopy(from, to).WhyNotAsync(Cancel), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        here.Dispose();
        there.Dispose();
    }
}
