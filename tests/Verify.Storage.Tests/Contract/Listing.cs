namespace Verify.Storage.Tests.Contract;

public abstract partial class BlobsContract
{
    // In ordinal order, which is neither that of words nor that of a tree: '-' and '.' come before '/', which comes before digits;
    // upper case before '_' before lower case. Among them every first part that a store may keep elsewhere.
    static readonly string[] Ordered =
    [
        "A/1", "a-b", "a.b", "a/0", "a/b/c", "a/b0", "a0", "articles/a1/raw",
        "inbox", "inbox-1", "inbox.1", "inbox/b.html", "inbox/c/d.txt", "inbox0/x", "journals/article/a1",
        "log/0", "queue/05/1", "queue/05/2", "queue/10/0", "queue_", "queued",
        "records-old/1", "records/2026/11/a.json", "records/2026/12/b.json", "records1",
    ];

    // A folder cannot hold a blob and its namesake's blobs at once, and the port promises none.
    static readonly string[] Names = [.. Ordered.Where(name => !Ordered.Any(other => other.StartsWith(name + "/", StringComparison.Ordinal)))];

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a/")]
    [InlineData("a/b")]
    [InlineData("i")]
    [InlineData("inbox")]
    [InlineData("inbox/")]
    [InlineData("inbox/c/")]
    [InlineData("queue")]
    [InlineData("queue/0")]
    [InlineData("queue/05/2")]
    [InlineData("rec")]
    [InlineData("records/2026/1")]
    [InlineData("nothing/here/")]
    public async Task Names_are_listed_in_order_by_prefix(string prefix)
    {
        await CreateAllAsync();

        Assert.Equal(Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)), await ListAsync(prefix));
    }

    [Theory]
    [InlineData("", "queue/05/1")]
    [InlineData("", "inbox/")]
    [InlineData("", "inbox/b.html")]
    [InlineData("", "i")]
    [InlineData("", "zzz")]
    [InlineData("queue/", "queue/05/1")]
    [InlineData("queue/", "queue/05/11")]
    [InlineData("queue/", "a")]
    [InlineData("queue/", "queue0")]
    [InlineData("records/", "records/2026/11")]
    [InlineData("records/", "records/2026/11/a.json")]
    [InlineData("a", "a/b/not there")]
    public async Task Names_are_listed_strictly_after_any_text(string prefix, string after)
    {
        await CreateAllAsync();

        Assert.Equal(
            Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(name, after) > 0),
            await ListAsync(prefix, after));
    }

    [Fact]
    public async Task An_empty_store_lists_nothing() => Assert.Empty(await ListAsync(""));

    [Fact]
    public async Task Pages_of_a_list_join_without_gap_or_overlap()
    {
        await CreateAllAsync();
        List<string> all = [];
        for (string? after = null; ;)
        {
            var page = await Store.ListAsync("", after, Cancel).Take(4).ToListAsync(Cancel);
            if (page.Count == 0)
                break;
            all.AddRange(page);
            after = page[^1];
        }

        Assert.Equal(Names, all);
    }

    [Fact]
    public async Task What_is_listed_may_be_removed_while_listing()
    {
        await CreateAllAsync();

        await foreach (var name in Store.ListAsync("", null, Cancel))
            Assert.True(await Store.DeleteAsync(name, null, Cancel));

        Assert.Empty(await ListAsync(""));
    }

    Task CreateAllAsync() => AtOnce(Names.Length, n => Names[n].StartsWith("journals/", StringComparison.Ordinal)
        ? Store.AppendAsync(Names[n], Bytes("x\n"), 0, Cancel)
        : Store.CreateAsync(Names[n], Bytes("x"), Cancel));
}
