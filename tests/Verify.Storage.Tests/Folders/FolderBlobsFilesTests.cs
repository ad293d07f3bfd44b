using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Storage.Folders;

namespace Verify.Storage.Tests.Folders;

/// <summary>What the port does not show: the files, those of others, and those that a crash leaves behind.</summary>
public sealed class FolderBlobsFilesTests : IDisposable
{
    const string Journal = "journals/article/a1";

    readonly TemporaryFolder folder = new();
    readonly FolderBlobs store;

    public FolderBlobsFilesTests() => store = new FolderBlobs(folder.Path);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_blob_is_the_file_of_its_name()
    {
        await store.CreateAsync("records/2026/11/a.json", Bytes("{}"), Cancel);

        Assert.Equal("{}", File.ReadAllText(folder.File("records/2026/11/a.json")));
    }

    [Theory]
    [InlineData("satu\n", "du")]
    [InlineData("satu\n", "dua dan seterusnya")]
    [InlineData("satu\ndua\n", "tiga")]
    [InlineData("", "sa")]
    public async Task A_torn_last_line_is_not_read_and_is_written_over(string whole, string torn)
    {
        Put(Journal + "+lines", whole + torn);

        Assert.Equal(whole, await ReadAsync(Journal) ?? "");
        Assert.False(await store.AppendAsync(Journal, Bytes("baru\n"), whole.Length + torn.Length, Cancel));
        Assert.True(await store.AppendAsync(Journal, Bytes("baru\n"), whole.Length, Cancel));
        Assert.Equal(whole + "baru\n", await ReadAsync(Journal));
    }

    [Fact]
    public async Task The_end_of_the_whole_lines_is_found_behind_a_long_torn_one()
    {
        var whole = new string('x', 10_000) + "\n";
        Put(Journal + "+lines", whole + new string('y', 10_000));

        Assert.True(await store.AppendAsync(Journal, Bytes("baru\n"), whole.Length, Cancel));

        Assert.Equal(whole + "baru\n", await ReadAsync(Journal));
    }

    [Theory]
    [InlineData("dua\n", "satu\ndua\n")]
    [InlineData("dua\ntiga\n", "satu\n")]
    public async Task One_line_is_written_in_place_and_several_are_moved_there_at_once(string lines, string seenByWhoReadsAlready)
    {
        await store.AppendAsync(Journal, Bytes("satu\n"), 0, Cancel);
        using var reader = File.OpenRead(folder.File(Journal + "+lines"));

        await store.AppendAsync(Journal, Bytes(lines), 5, Cancel);

        Assert.Equal(seenByWhoReadsAlready, await new StreamReader(reader).ReadToEndAsync(Cancel));
        Assert.Equal("satu\n" + lines, await ReadAsync(Journal));
    }

    [Fact]
    public async Task Files_of_others_are_neither_listed_nor_touched()
    {
        string[] others = [".DS_Store", "inbox/my article.txt", "inbox/~a", ".git/config", "notes+more"];
        foreach (var other in others)
            Put(other, "x");
        await store.CreateAsync("inbox/a", Bytes("x"), Cancel);

        Assert.Equal(["inbox/a"], await store.ListAsync("", null, Cancel).ToListAsync(Cancel));
        Assert.True(await store.DeleteAsync("inbox/a", null, Cancel));

        Assert.All(others, other => Assert.True(File.Exists(folder.File(other)), other));
    }

    [Fact]
    public async Task Removing_leaves_no_empty_folders_but_those_of_the_first_level()
    {
        await store.CreateAsync("due/202611232200/a", Bytes("x"), Cancel);
        await store.CreateAsync("due/202611232201/b", Bytes("x"), Cancel);

        await store.DeleteAsync("due/202611232200/a", null, Cancel);
        Assert.Equal([folder.File("due/202611232201")], Directory.GetDirectories(folder.File("due")));

        await store.DeleteAsync("due/202611232201/b", null, Cancel);
        Assert.Empty(Directory.GetDirectories(folder.File("due")));
    }

    [Fact]
    public async Task What_a_killed_process_left_unfinished_is_swept_an_hour_later_and_never_listed()
    {
        var unfinished = folder.File(".store/unfinished/left");
        Put(".store/unfinished/left", "half");
        var clock = new FakeTimeProvider(File.GetLastWriteTimeUtc(unfinished));
        var options = new FolderOptions { Clock = clock };

        await new FolderBlobs(folder.Path, options).CreateAsync("a", Bytes("x"), Cancel);
        Assert.True(File.Exists(unfinished));

        clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        await new FolderBlobs(folder.Path, options).CreateAsync("b", Bytes("x"), Cancel);
        Assert.False(File.Exists(unfinished));
        Assert.Equal(["a", "b"], await store.ListAsync("", null, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Nothing_is_left_unfinished_by_writes_that_finished()
    {
        await store.CreateAsync("a", Bytes("x"), Cancel);
        await store.CreateAsync("a", Bytes("y"), Cancel);
        await store.ReplaceAsync("a", Bytes("z"), (await store.ReadAsync("a", Cancel))!.Version, Cancel);

        Assert.Empty(Directory.GetFiles(folder.File(".store/unfinished")));
    }

    [Fact]
    public async Task Reading_makes_no_folder()
    {
        var nowhere = new FolderBlobs(folder.File("not/there"));

        Assert.Null(await nowhere.ReadAsync("a", Cancel));
        Assert.Empty(await nowhere.ListAsync("", null, Cancel).ToListAsync(Cancel));

        Assert.False(Directory.Exists(folder.File("not")));
    }

    [Fact]
    public async Task The_first_write_makes_the_folder()
    {
        Assert.True(await new FolderBlobs(folder.File("not/there/yet")).CreateAsync("a/b", Bytes("x"), Cancel));

        Assert.True(File.Exists(folder.File("not/there/yet/a/b")));
    }

    [Fact]
    public async Task Without_flushing_the_answers_are_the_same()
    {
        var quick = new FolderBlobs(folder.Path, new FolderOptions { Flush = false });

        Assert.True(await quick.AppendAsync(Journal, Bytes("satu\n"), 0, Cancel));
        Assert.True(await quick.AppendAsync(Journal, Bytes("dua\n"), 5, Cancel));
        Assert.True(await quick.DeleteAsync(Journal, null, Cancel));
    }

    void Put(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllText(folder.File(name), content);
    }

    async Task<string?> ReadAsync(string name) =>
        await store.ReadAsync(name, Cancel) is { } blob ? Encoding.UTF8.GetString(blob.Content.Span) : null;

    static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
