using System.Text;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Remembering;
using Verify.Workflow.Log.Sealing;

namespace Verify.Workflow.Tests.Log;

/// <summary>The way on after a restore from an older backup, and what it leaves to be seen.</summary>
public sealed class ResumedLogTests
{
    readonly MemoryBlobs store = new();
    readonly MemoryBlobs memory = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Three records sealed, then two more, and the store lost; what is left is as it was at three.</summary>
    async Task<(MemoryBlobs Backup, byte[] AtThree, byte[] AtFive)> LostAsync()
    {
        await store.PublishAsync(0, 3);
        await store.SealAsync(memory);
        var (backup, three) = (await store.CopyAsync(), await store.BytesAsync("log/checkpoint"));
        await store.PublishAsync(3, 2);
        await store.SealAsync(memory);
        return (backup, three, await store.BytesAsync("log/checkpoint"));
    }

    [Fact]
    public async Task A_log_goes_on_from_an_older_backup_once_an_operator_says_so_and_every_check_tells_it()
    {
        var (backup, three, five) = await LostAsync();
        var resumed = TestDesk.Value(await backup.ResumeAsync(memory));
        Assert.Equal((3, 5), (resumed.From, resumed.Left));
        Assert.StartsWith("records/checkpoints/resumed-000000000003-000000000005-", resumed.Name, StringComparison.Ordinal);
        await backup.PublishAsync(7, 4);
        Assert.Equal(new LogSealed(7, 4), await backup.SealAsync(memory));

        var report = await backup.CheckAsync(memory: memory);
        var finding = Assert.Single(report.Findings);
        Assert.Equal((LogFault.Resumed, resumed.Name, true), (finding.Fault, finding.Name, report.IsWhole));
        Assert.Contains("operator-1 let the log go on from 3 records", finding.What, StringComparison.Ordinal);
        Assert.Contains("when 5 had been signed: the disk was lost", finding.What, StringComparison.Ordinal);

        Assert.True((await backup.CheckAsync(three)).IsWhole);
        var left = (await backup.CheckAsync(five)).Findings.Single(found => found.Name == "the old checkpoint");
        Assert.Equal(LogFault.Broken, left.Fault);
        Assert.Contains("the log was rewritten", left.What, StringComparison.Ordinal);
        Assert.Contains("left behind on purpose, when the log went on from 3 records", left.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_is_lost_is_begun_anew_once_an_operator_says_so()
    {
        var (_, _, five) = await LostAsync();
        foreach (var name in await store.ListAsync("", cancel: Cancel).ToListAsync(Cancel))
            if (name.StartsWith("log/", StringComparison.Ordinal) || name.StartsWith("records/checkpoints/", StringComparison.Ordinal)) await store.DeleteAsync(name, cancel: Cancel);
        Assert.Equal((0, 5), (TestDesk.Value(await store.ResumeAsync(memory)) is var resumed ? resumed.From : -1, resumed.Left));
        Assert.Equal(new LogSealed(5, 5), await store.SealAsync(memory));
        Assert.Equal(LogFault.Resumed, Assert.Single((await store.CheckAsync(memory: memory)).Findings).Fault);
        Assert.NotEqual(five, await store.BytesAsync("log/checkpoint")); // another order
        Assert.False((await store.CheckAsync(five)).IsWhole);
    }

    [Fact]
    public async Task One_that_is_cut_off_is_given_again()
    {
        var (backup, _, _) = await LostAsync();
        for (var write = 1; write <= 3; write++)
        {
            var (blobs, remembered) = (await backup.CopyAsync(), await memory.CopyAsync());
            await blobs.CreateAsync("log-head", await remembered.BytesAsync("log-head"), Cancel); // both in one, so that either write can be the one
            await Assert.ThrowsAsync<StoreException>(() => FaultyBlobs.DiesAtWrite(write, blobs) is var dying ? dying.ResumeAsync(dying) : null!);
            Assert.Equal(5, TestDesk.Value(await blobs.ResumeAsync(blobs, "again")).Left);
            await blobs.PublishAsync(7, 1);
            Assert.Equal(new LogSealed(4, 1), await blobs.SealAsync(blobs));
        }
    }

    [Fact]
    public async Task There_is_nothing_to_resume_where_the_log_goes_on()
    {
        Assert.Equal("nothingRemembered", Code(await store.ResumeAsync(memory)));
        await store.PublishAsync(0, 3);
        await store.SealAsync(memory);
        Assert.Equal("logGoesOn", Code(await store.ResumeAsync(memory)));
        await store.PublishAsync(3, 2);
        // Cut off between what is remembered and the checkpoint.
        var dying = FaultyBlobs.DiesAtWrite(4, store);
        await Assert.ThrowsAsync<StoreException>(() => dying.SealAsync(memory));
        Assert.NotEqual(await store.BytesAsync("log/checkpoint"), await memory.BytesAsync("log-head"));
        Assert.Equal("logGoesOn", Code(await store.ResumeAsync(memory)));
        Assert.Equal(new LogSealed(5, 2), await store.SealAsync(memory));
    }

    [Fact]
    public async Task A_store_of_which_a_part_was_put_back_is_not_gone_on_from()
    {
        var (backup, _, _) = await LostAsync();
        await store.PutAsync("log/checkpoint", await backup.BytesAsync("log/checkpoint"));
        Assert.Equal("checkpointAhead", Code(await store.ResumeAsync(memory)));
        var tile = await backup.BytesAsync("log/tile/0/000.p/3");
        tile[0] ^= 1;
        await backup.PutAsync("log/tile/0/000.p/3", tile);
        Assert.Equal("logBroken", Code(await backup.ResumeAsync(memory)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    public async Task A_reason_is_one_line(string reason)
    {
        var (backup, _, _) = await LostAsync();
        Assert.Equal("reasonInvalid", Code(await backup.ResumeAsync(memory, reason)));
    }

    [Fact]
    public async Task A_word_that_the_desk_did_not_sign_is_named()
    {
        var (backup, _, _) = await LostAsync();
        var name = TestDesk.Value(await backup.ResumeAsync(memory)).Name;
        var said = Encoding.UTF8.GetString(await backup.BytesAsync(name));
        await backup.PutAsync(name, Encoding.UTF8.GetBytes(said.Replace("the disk was lost", "no reason at all", StringComparison.Ordinal)));
        var finding = Assert.Single((await backup.CheckAsync()).Findings);
        Assert.Equal((LogFault.Broken, name), (finding.Fault, finding.Name));
        Assert.Contains("is not signed by the key of this log", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_was_removed_is_missed()
    {
        var (backup, _, _) = await LostAsync();
        var name = TestDesk.Value(await backup.ResumeAsync(memory)).Name;
        await backup.DeleteAsync(name, cancel: Cancel);
        var finding = Assert.Single((await backup.CheckAsync(memory: memory)).Findings);
        Assert.Equal((LogFault.Broken, name), (finding.Fault, finding.Name));
        Assert.Contains("what it said stands beside memory/log-head", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_what_it_was_given_and_is_no_checkpoint()
    {
        var said = new Resumption(new("verify", 3, PublishedTree.Hashes[1]), new("verify", 5, PublishedTree.Hashes[2]), "operator-1", Sample.Noon, "by hand, 5 records: gone");
        var note = said.Sign(TestDesk.LogKey);
        Assert.Equal((said, null), Resumption.Read(note, TestDesk.LogKey.Verifier));
        Assert.Null(Checkpoint.Read(note, TestDesk.LogKey.Verifier).Checkpoint);
        Assert.Null(Resumption.Read(said.From.Sign(TestDesk.LogKey), TestDesk.LogKey.Verifier).Resumption);
    }

    static string Code(Answer<LogResumed> answer) => TestDesk.RefusalOf(answer).Code;
}
