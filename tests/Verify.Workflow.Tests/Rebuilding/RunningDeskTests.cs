using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Rebuilding;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Rebuilding;

/// <summary>A rebuild beside a desk that runs: whatever happens at whatever moment of it, nothing is lost and nothing that is over comes back.</summary>
public sealed class RunningDeskTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static readonly Dictionary<string, Func<TestDesk, Dictionary<string, ClaimId>, Task>> Happenings = new()
    {
        ["a claim is rejected for good"] = async (desk, claims) =>
        {
            await EveryState.DecideAsync(desk, claims["open"], Sample.Ani, new Reject(RejectionReason.NotAClaim));
            await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
        },
        ["a first decision"] = (desk, claims) => EveryState.DecideAsync(desk, claims["open"], Sample.Ani, Sample.Approve()),
        ["a decision is taken back"] = async (desk, claims) => TestDesk.Value(await desk.WithdrawAsync(claims["decided"], $"by-{Sample.Ani.Id}")),
        ["a lease"] = async (desk, claims) => TestDesk.Value(await desk.Mediator.Send(new LeaseClaim(claims["open"], Sample.Budi), Cancel)),
        ["a lease given back"] = async (desk, claims) => TestDesk.Value(await desk.Mediator.Send(new EndLease(claims["leased"], Sample.Ani), Cancel)),
        ["two are compared"] = (desk, _) => desk.Driver.PassAsync(TimeSpan.FromMinutes(2)),
        ["an article arrives"] = async (desk, _) =>
        {
            await desk.SubmitAsync(EveryState.Text(99), name: "99.txt");
            await desk.Driver.SettleAsync();
        },
    };

    public static TheoryData<string> Names => [.. Happenings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_happens_meanwhile_stands_as_it_would_without(string happening)
    {
        var reached = true;
        for (var call = 1; reached; call += 3)
        {
            var made = new EveryState();
            var claims = await made.MakeAsync();
            await using var running = await made.OpenAsync();
            var meanwhile = new InterruptedBlobs(made.Store, call, () => Happenings[happening](running, claims));
            await using (var operators = await made.OpenAsync(meanwhile)) await operators.Mediator.Send(new Rebuild(), Cancel);
            reached = meanwhile.Reached;
            if (!reached) await Happenings[happening](running, claims);

            var before = await made.TextAsync();
            var rebuilt = await running.Mediator.Send(new Rebuild(), Cancel);
            var after = await made.TextAsync();
            Assert.True(before == after, $"{happening} at call {call}: {string.Join('\n', before.Split('\n').Except(after.Split('\n')).Select(line => "- " + line).Concat(after.Split('\n').Except(before.Split('\n')).Select(line => "+ " + line)))} {rebuilt.Reviews}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task A_mark_that_its_journal_does_not_tell_of_yet_stays(int seconds)
    {
        var made = new EveryState();
        var claims = await made.MakeAsync();
        await using var desk = await made.OpenAsync();
        var at = made.Clock.GetUtcNow().AddSeconds(seconds);
        foreach (var id in (ProcessId[])[claims["leased"], ArticleId.Of("comes now"u8)]) await made.Store.CreateAsync(Due.DueMarks.Name(id, at), ReadOnlyMemory<byte>.Empty, Cancel);
        var before = await made.TextAsync();
        await desk.Mediator.Send(new Rebuild(), Cancel);
        Assert.Equal(before, await made.TextAsync());
    }
}
