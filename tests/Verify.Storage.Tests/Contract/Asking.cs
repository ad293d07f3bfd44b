using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Contract;

public abstract partial class BlobsContract
{
    public static TheoryData<string> NoNames =>
    [
        "", "/", "a/", "/a", "a//b", ".", "..", "../a", "a/../b", "a/./b", ".store/locks/01", "a/.b", "a.", "a./b", "a b", "a\\b",
        "a:b", "c:/a", "a\0", "a\n", "a+lines", "é", "a*", "a%2fb", "~", new string('a', 201), string.Join('/', Enumerable.Repeat("abcd", 201)),
    ];

    public static TheoryData<string> OddNames =>
        ["-", "_", "A-b_c.D", "a..b", "0", "con-1", new string('a', 200), string.Join('/', Enumerable.Repeat("abcd", 50))];

    [Theory]
    [MemberData(nameof(NoNames))]
    public async Task A_name_outside_the_rules_is_refused_by_every_verb(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync(name, Bytes("x"), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadAsync(name, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReplaceAsync(name, Bytes("x"), "1", Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AppendAsync(name, Bytes("x\n"), 0, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(name, null, Cancel));
    }

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task A_name_within_the_rules_is_taken(string name)
    {
        await CreateAsync(name, "x");

        Assert.Equal([name], await ListAsync(""));
        Assert.True(await Store.DeleteAsync(name, null, Cancel));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("../")]
    [InlineData("a//")]
    [InlineData(".store/")]
    [InlineData("a b")]
    public async Task A_prefix_that_no_name_has_is_refused(string prefix) =>
        await Assert.ThrowsAsync<ArgumentException>(() => ListAsync(prefix));

    [Fact]
    public async Task A_cancelled_question_is_not_answered_and_changes_nothing()
    {
        var version = await CreateAsync(Name, "satu");
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CreateAsync("b", Bytes("x"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadAsync(Name, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReplaceAsync(Name, Bytes("x"), version, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.AppendAsync("c", Bytes("x\n"), 0, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.DeleteAsync(Name, null, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ListAsync("", null, cancelled).ToListAsync(Cancel));

        Assert.Equal([Name], await ListAsync(""));
        Assert.Equal("satu", await ReadTextAsync(Name));
    }

    [Fact]
    public async Task A_blob_says_whether_it_was_grown()
    {
        await CreateAsync(Name, "satu\n");
        await CreateAsync("due/1/empty", "");
        await Store.AppendAsync(Journal, Bytes("satu\n"), 0, Cancel);

        Assert.Equal((false, false, true), (await IsGrownAsync(Name), await IsGrownAsync("due/1/empty"), await IsGrownAsync(Journal)));

        async Task<bool> IsGrownAsync(string name) => Assert.IsType<Blob>(await Store.ReadAsync(name, Cancel)).IsGrown;
    }
}
