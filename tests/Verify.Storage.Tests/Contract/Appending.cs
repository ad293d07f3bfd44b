namespace Verify.Storage.Tests.Contract;

public abstract partial class BlobsContract
{
    [Fact]
    public async Task Lines_are_appended_where_the_last_ones_end()
    {
        Assert.True(await Store.AppendAsync(Journal, Bytes("satu\n"), 0, Cancel));
        Assert.True(await Store.AppendAsync(Journal, Bytes("dua\ntiga\n"), 5, Cancel));
        Assert.True(await Store.AppendAsync(Journal, Bytes("empat\n"), 14, Cancel));

        Assert.Equal("satu\ndua\ntiga\nempat\n", await ReadTextAsync(Journal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    public async Task Lines_are_not_appended_anywhere_else(long position)
    {
        await Store.AppendAsync(Journal, Bytes("satu\n"), 0, Cancel);

        Assert.False(await Store.AppendAsync(Journal, Bytes("dua\n"), position, Cancel));

        Assert.Equal("satu\n", await ReadTextAsync(Journal));
    }

    [Fact]
    public async Task A_blob_does_not_begin_behind_its_beginning()
    {
        Assert.False(await Store.AppendAsync(Journal, Bytes("satu\n"), 5, Cancel));

        Assert.Null(await Store.ReadAsync(Journal, Cancel));
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task The_version_changes_with_every_append()
    {
        await Store.AppendAsync(Journal, Bytes("satu\n"), 0, Cancel);
        var before = (await Store.ReadAsync(Journal, Cancel))!.Version;

        await Store.AppendAsync(Journal, Bytes("dua\n"), 5, Cancel);

        Assert.NotEqual(before, (await Store.ReadAsync(Journal, Cancel))!.Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("satu")]
    [InlineData("satu\ndua")]
    public async Task Only_whole_lines_are_appended(string lines) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AppendAsync(Journal, Bytes(lines), 0, Cancel));

    [Fact]
    public async Task No_position_is_below_zero() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.AppendAsync(Journal, Bytes("satu\n"), -1, Cancel));

    [Fact]
    public async Task Of_many_who_begin_the_same_blob_one_wins()
    {
        var appended = await AtOnce(16, n => Store.AppendAsync(Journal, Bytes($"{n}\n"), 0, Cancel));

        var winner = Assert.Single(Enumerable.Range(0, appended.Length), n => appended[n]);
        Assert.Equal($"{winner}\n", await ReadTextAsync(Journal));
    }

    [Fact]
    public async Task Of_many_who_append_at_the_same_place_one_wins()
    {
        await Store.AppendAsync(Journal, Bytes("satu\n"), 0, Cancel);

        var appended = await AtOnce(16, n => Store.AppendAsync(Journal, Bytes($"{n}\n"), 5, Cancel));

        var winner = Assert.Single(Enumerable.Range(0, appended.Length), n => appended[n]);
        Assert.Equal($"satu\n{winner}\n", await ReadTextAsync(Journal));
    }

    [Fact]
    public async Task Many_who_read_and_append_until_they_succeed_lose_no_line()
    {
        await AtOnce(4, async writer =>
        {
            for (var n = 0; n < 5; n++)
                await AppendAtEndAsync($"{writer}-{n}\n");
            return true;
        });

        var lines = (await ReadTextAsync(Journal))!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            Enumerable.Range(0, 4).SelectMany(writer => Enumerable.Range(0, 5).Select(n => $"{writer}-{n}")),
            lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Readers_meet_all_lines_of_an_append_or_none()
    {
        var lines = string.Concat(Enumerable.Repeat(new string('x', 1_999) + "\n", 100));
        using var done = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                Assert.Equal(0, (await Store.ReadAsync(Journal, Cancel))?.Content.Length % 200_000 ?? 0);
        }, Cancel);

        for (var n = 0; n < 20; n++)
            Assert.True(await Store.AppendAsync(Journal, Bytes(lines), n * 200_000, Cancel));
        await done.CancelAsync();

        await reader;
    }

    [Fact]
    public async Task The_longest_append_is_taken_and_a_longer_one_is_not()
    {
        var lines = new byte[Verify.Workflow.Blobs.BlobRules.LongestAppend + 1];
        lines.AsSpan().Fill((byte)'\n');

        Assert.True(await Store.AppendAsync(Journal, lines.AsMemory(1), 0, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AppendAsync(Journal, lines, lines.Length - 1, Cancel));
    }

    [Fact]
    public async Task Nothing_is_appended_to_a_blob_written_whole()
    {
        await CreateAsync(Name, "satu\n");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AppendAsync(Name, Bytes("dua\n"), 5, Cancel));

        Assert.Equal("satu\n", await ReadTextAsync(Name));
    }

    async Task AppendAtEndAsync(string line)
    {
        while (!await Store.AppendAsync(Journal, Bytes(line), (await Store.ReadAsync(Journal, Cancel))?.Content.Length ?? 0, Cancel))
        {
        }
    }
}
