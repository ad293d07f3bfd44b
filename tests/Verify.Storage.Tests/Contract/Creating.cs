namespace Verify.Storage.Tests.Contract;

public abstract partial class BlobsContract
{
    [Fact]
    public async Task A_blob_that_was_created_reads_back()
    {
        Assert.True(await Store.CreateAsync(Name, Bytes("satu"), Cancel));

        Assert.Equal("satu", await ReadTextAsync(Name));
    }

    [Fact]
    public async Task A_blob_is_not_created_twice()
    {
        var version = await CreateAsync(Name, "satu");

        Assert.False(await Store.CreateAsync(Name, Bytes("dua"), Cancel));

        var blob = await Store.ReadAsync(Name, Cancel);
        Assert.Equal(("satu", version), (Text(blob), blob!.Version));
    }

    [Fact]
    public async Task A_blob_is_not_created_where_one_has_grown()
    {
        await Store.AppendAsync(Journal, Bytes("satu\n"), 0, Cancel);

        Assert.False(await Store.CreateAsync(Journal, Bytes("dua"), Cancel));

        Assert.Equal("satu\n", await ReadTextAsync(Journal));
    }

    [Fact]
    public async Task Of_many_who_create_the_same_blob_one_wins_and_its_bytes_stay()
    {
        var created = await AtOnce(16, n => Store.CreateAsync(Name, Bytes($"{n}"), Cancel));

        var winner = Assert.Single(Enumerable.Range(0, created.Length), n => created[n]);
        Assert.Equal($"{winner}", await ReadTextAsync(Name));
    }

    [Fact]
    public async Task Blobs_created_at_once_are_all_there()
    {
        var created = await AtOnce(32, n => Store.CreateAsync($"queue/0{n % 3}/{n:00}", Bytes($"{n}"), Cancel));

        Assert.All(created, Assert.True);
        Assert.Equal(32, (await ListAsync("queue/")).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10 * 1024 * 1024)]
    public async Task A_blob_of_any_size_keeps_every_byte(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);

        Assert.True(await Store.CreateAsync(Name, content, Cancel));

        Assert.True((await Store.ReadAsync(Name, Cancel))!.Content.Span.SequenceEqual(content));
    }

    [Fact]
    public async Task A_blob_written_whole_keeps_a_last_line_without_newline()
    {
        await CreateAsync(Journal, "satu\ndua");

        Assert.Equal("satu\ndua", await ReadTextAsync(Journal));
    }

    [Fact]
    public async Task Where_nothing_is_nothing_is_read() => Assert.Null(await Store.ReadAsync(Name, Cancel));

    [Theory]
    [InlineData("articles/a1")]
    [InlineData("articles")]
    [InlineData("articles/a1/raw/more")]
    public async Task What_lies_above_or_below_a_blob_is_no_blob(string name)
    {
        await CreateAsync(Name, "satu");

        Assert.Null(await Store.ReadAsync(name, Cancel));
        Assert.False(await Store.DeleteAsync(name, null, Cancel));
    }
}
