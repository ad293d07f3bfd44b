namespace Verify.Storage.Tests.Contract;

public abstract partial class BlobsContract
{
    [Fact]
    public async Task A_blob_is_removed_and_nothing_else()
    {
        string[] neighbours = ["articles/a1/raw.json", "articles/a1/claims/raw", "articles/a2/raw"];
        await CreateAsync(Name, "satu");
        foreach (var neighbour in neighbours)
            await CreateAsync(neighbour, "dua");

        Assert.True(await Store.DeleteAsync(Name, null, Cancel));

        Assert.Null(await Store.ReadAsync(Name, Cancel));
        Assert.Equal(neighbours.Order(StringComparer.Ordinal), await ListAsync(""));
    }

    [Fact]
    public async Task What_is_not_there_is_not_removed()
    {
        await CreateAsync(Name, "satu");
        await Store.DeleteAsync(Name, null, Cancel);

        Assert.False(await Store.DeleteAsync(Name, null, Cancel));
        Assert.False(await Store.DeleteAsync("nothing/here", null, Cancel));
    }

    [Fact]
    public async Task A_blob_is_removed_in_the_version_that_was_read()
    {
        var version = await CreateAsync(Name, "satu");

        Assert.True(await Store.DeleteAsync(Name, version, Cancel));

        Assert.Null(await Store.ReadAsync(Name, Cancel));
    }

    [Fact]
    public async Task A_blob_is_not_removed_in_an_older_version()
    {
        var version = await CreateAsync(Name, "satu");
        await Store.ReplaceAsync(Name, Bytes("dua"), version, Cancel);

        Assert.False(await Store.DeleteAsync(Name, version, Cancel));

        Assert.Equal("dua", await ReadTextAsync(Name));
    }

    [Fact]
    public async Task A_grown_blob_is_removed_in_its_version()
    {
        await Store.AppendAsync(Journal, Bytes("satu\n"), 0, Cancel);
        var old = (await Store.ReadAsync(Journal, Cancel))!.Version;
        await Store.AppendAsync(Journal, Bytes("dua\n"), 5, Cancel);
        var version = (await Store.ReadAsync(Journal, Cancel))!.Version;

        Assert.False(await Store.DeleteAsync(Journal, old, Cancel));
        Assert.True(await Store.DeleteAsync(Journal, version, Cancel));

        Assert.Null(await Store.ReadAsync(Journal, Cancel));
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task A_blob_that_was_removed_is_created_again()
    {
        await CreateAsync(Name, "satu");
        await Store.DeleteAsync(Name, null, Cancel);

        Assert.True(await Store.CreateAsync(Name, Bytes("dua"), Cancel));

        Assert.Equal("dua", await ReadTextAsync(Name));
    }

    [Fact]
    public async Task Of_many_who_remove_the_same_blob_one_wins()
    {
        await CreateAsync(Name, "satu");

        Assert.Single(await AtOnce(16, _ => Store.DeleteAsync(Name, null, Cancel)), removed => removed);
    }

    [Fact]
    public async Task Creating_beside_removing_loses_nothing()
    {
        // A store may tidy up around what it removes; who writes right there at that moment must not notice.
        var kept = await AtOnce(8, async n =>
        {
            for (var round = 0; round < 10; round++)
            {
                Assert.True(await Store.CreateAsync($"due/2026/{n}", Bytes("x"), Cancel));
                Assert.NotNull(await Store.ReadAsync($"due/2026/{n}", Cancel));
                Assert.True(await Store.DeleteAsync($"due/2026/{n}", null, Cancel));
            }
            return await Store.CreateAsync($"due/2026/{n}", Bytes("x"), Cancel);
        });

        Assert.All(kept, Assert.True);
        Assert.Equal(8, (await ListAsync("due/")).Count);
    }
}
