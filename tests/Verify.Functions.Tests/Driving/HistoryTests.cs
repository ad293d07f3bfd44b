using System.Reflection;
using System.Text.Json;
using Verify.Functions.Driving;
using Verify.Functions.Tests.Fakes;
using Verify.Testing.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Functions.Tests.Driving;

/// <summary>
/// Orchestrations that earlier programs began are replayed by this one: the stored histories must still ask for what they asked. A history that
/// no longer replays means that <see cref="LoopStart.Current"/> was not raised.
/// </summary>
public sealed class HistoryTests
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Names of the stored histories: what happened, and the number of the loop.</summary>
    public static TheoryData<string> Stored => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith("Histories/", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Stored))]
    public async Task A_stored_history_asks_for_what_it_asked(string name)
    {
        var stored = Read(name);
        var (context, run) = FakeInstance.Replay(DurableLoop.RunAsync, stored.Id, stored.Name, stored.Input, stored.Asked, stored.History);
        Assert.Equal(stored.Asked, context.AllAsked);
        Assert.True(run.IsCompleted, "The history is whole, and its orchestration ended.");
        Assert.Equal(stored.Output, Wire.Write(await run));
    }

    [Fact]
    public void A_replay_that_asks_for_something_else_is_noticed()
    {
        var stored = Read("Histories/approved-after-a-rest-1.json");
        var other = stored.Asked.Select(asked => asked is StartTimer timer ? timer with { At = timer.At.AddSeconds(1) } : asked).ToList();
        Assert.Throws<NotDeterministicException>(() => FakeInstance.Replay(DurableLoop.RunAsync, stored.Id, stored.Name, stored.Input, other, stored.History));
    }

    [Fact]
    public void A_loop_of_a_number_that_is_not_known_fails_and_says_what_to_do()
    {
        var stored = Read("Histories/approved-after-a-rest-1.json");
        var (_, run) = FakeInstance.Replay(DurableLoop.RunAsync, stored.Id, stored.Name, Wire.Write(new LoopStart(LoopStart.Current + 1)), [], stored.History.Take(1));
        Assert.Contains("Deploy the newer program again", Assert.IsType<NotSupportedException>(run.Exception!.InnerException).Message, StringComparison.Ordinal);
    }

    /// <summary>The stored histories are those of the present loop as long as its number is 1; of a later number they are stored beside.</summary>
    [Theory]
    [InlineData("approved")]
    [InlineData("withdrawn")]
    [InlineData("retried")]
    public async Task A_history_of_the_present_loop_is_stored(string what)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Sample.Noon);
        var hub = new FakeTaskHub(clock);
        var driver = new DurableDriver(hub, clock);
        await using var desk = await TestDesk.OpenAsync(new Verify.Testing.Blobs.MemoryBlobs(), clock, driver);
        await desk.SubmitAsync("Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n");
        await driver.SettleAsync();
        var claim = Assert.Single(await desk.QueueAsync()).Id;
        if (what == "retried") driver.FailingActivities = 2;
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve()));
        if (what == "withdrawn")
        {
            await driver.SettleAsync();
            TestDesk.Value(await desk.WithdrawAsync(claim));
        }
        await driver.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(what == "withdrawn" ? ClaimState.Open : ClaimState.Published, (await desk.ClaimAsync(claim)).State);

        var instance = hub.Instances[claim.Value];
        var now = JsonSerializer.Serialize(
            new StoredHistory(instance.Id, instance.Name, instance.Input, Wire.Write(instance.Output), [.. instance.Asked], [.. instance.History]), Json);
        Assert.True(
            Text($"Histories/{what}-{LoopStart.Current}.json")?.ReplaceLineEndings("\n").Trim() == now.ReplaceLineEndings("\n"),
            $"Driving/Histories/{what}-{LoopStart.Current}.json should hold:\n{now}");
    }

    static StoredHistory Read(string name) => JsonSerializer.Deserialize<StoredHistory>(Text(name)!, Json)!;

    static string? Text(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        return file is null ? null : new StreamReader(file).ReadToEnd();
    }

    sealed record StoredHistory(string Id, string Name, string Input, string Output, List<Asked> Asked, List<Happened> History);
}
