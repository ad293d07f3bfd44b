namespace Verify.Storage.Tests.Contract;

public abstract partial class BlobsContract
{
    [Fact]
    public async Task The_version_that_was_read_is_replaced()
    {
        var version = await CreateAsync(Name, "satu");

        var next = await Store.ReplaceAsync(Name, Bytes("dua"), version, Cancel);

        var blob = await Store.ReadAsync(Name, Cancel);
        Assert.Equal(("dua", next), (Text(blob), blob!.Version));
        Assert.NotEqual(version, next);
    }

    [Fact]
    public async Task The_version_that_replacing_answered_is_replaced_in_turn()
    {
        var version = await CreateAsync(Name, "satu");
        version = await Store.ReplaceAsync(Name, Bytes("dua"), version, Cancel);

        Assert.NotNull(await Store.ReplaceAsync(Name, Bytes("tiga"), version!, Cancel));

        Assert.Equal("tiga", await ReadTextAsync(Name));
    }

    [Fact]
    public async Task An_older_version_is_not_replaced()
    {
        var version = await CreateAsync(Name, "satu");
        await Store.ReplaceAsync(Name, Bytes("dua"), version, Cancel);

        Assert.Null(await Store.ReplaceAsync(Name, Bytes("tiga"), version, Cancel));

        Assert.Equal("dua", await ReadTextAsync(Name));
    }

    [Fact]
    public async Task A_blob_that_is_gone_is_not_replaced()
    {
        var version = await CreateAsync(Name, "satu");
        await Store.DeleteAsync(Name, null, Cancel);

        Assert.Null(await Store.ReplaceAsync(Name, Bytes("dua"), version, Cancel));

        Assert.Null(await Store.ReadAsync(Name, Cancel));
    }

    [Fact]
    public async Task Of_many_who_replace_the_same_version_one_wins()
    {
        var version = await CreateAsync(Name, "-");

        var replaced = await AtOnce(16, n => Store.ReplaceAsync(Name, Bytes($"{n}"), version, Cancel));

        var winner = Assert.Single(Enumerable.Range(0, replaced.Length), n => replaced[n] is not null);
        Assert.Equal($"{winner}", await ReadTextAsync(Name));
    }

    [Fact]
    public async Task Readers_meet_only_whole_versions()
    {
        const int size = 200_000;
        var version = await CreateAsync(Name, new string('0', size));
        using var done = new CancellationTokenSource();
        var readers = AtOnce(2, async _ =>
        {
            var reads = 0;
            for (; !done.IsCancellationRequested; reads++)
            {
                var text = (await ReadTextAsync(Name))!;
                Assert.True(text.Length == size && text.All(letter => letter == text[0]), "A reader met a half-written blob.");
            }
            return reads;
        });

        for (var n = 1; n < 20; n++)
            version = await Store.ReplaceAsync(Name, Bytes(new string((char)('0' + n), size)), version!, Cancel);
        await done.CancelAsync();

        await readers;
    }

    [Fact]
    public async Task A_grown_blob_is_not_replaced()
    {
        await Store.AppendAsync(Journal, Bytes("satu\n"), 0, Cancel);
        var version = (await Store.ReadAsync(Journal, Cancel))!.Version;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.ReplaceAsync(Journal, Bytes("dua"), version, Cancel));

        Assert.Equal("satu\n", await ReadTextAsync(Journal));
    }
}
