using System.Collections.Immutable;
using Verify.Testing.Workflow;
using Verify.Workflow.Driving;

namespace Verify.Workflow.Tests.Driving;

/// <summary>The loop that every driver runs: what it asks of its port, in which order.</summary>
public sealed class ProcessLoopTests
{
    static readonly DateTimeOffset Later = Sample.Noon.AddDays(2);
    static readonly ProcessId Child = Sample.Claim;

    static Progress Waiting(DateTimeOffset? until = null, params ProcessId[] children) =>
        new(null, until, [.. children], children.Length > 0 ? Sample.Noon : null);

    static readonly Progress Finished = new("reviewed", null, [], null);

    [Fact]
    public async Task A_wait_that_its_time_ended_is_answered_with_that_time()
    {
        var port = new Port([Waiting(Later), Finished], [Waited.TimeCame]);
        Assert.Equal("reviewed", await ProcessLoop.RunAsync(port, Sample.Noon));
        Assert.Equal([$"advance {Sample.Noon:O}", $"wait {Later:O}", $"advance {Later:O}"], port.Asked);
    }

    [Fact]
    public async Task A_wait_that_a_wake_up_ended_answers_no_time()
    {
        var port = new Port([Waiting(Later), Finished], [Waited.WokenUp]);
        await ProcessLoop.RunAsync(port, null);
        Assert.Equal(["advance ", $"wait {Later:O}", "advance "], port.Asked);
    }

    [Fact]
    public async Task A_child_is_started_once_before_the_first_wait()
    {
        var port = new Port([Waiting(null, Child), Waiting(null, Child), Finished], [Waited.WokenUp, Waited.WokenUp]);
        await ProcessLoop.RunAsync(port, null);
        Assert.Equal(["advance ", $"start {Child} {Sample.Noon:O}", "wait ", "advance ", "wait ", "advance "], port.Asked);
    }

    [Fact]
    public async Task A_parked_process_has_no_outcome_and_asks_nothing_more()
    {
        var port = new Port([Waiting(Later)], [Waited.Parked]);
        Assert.Null(await ProcessLoop.RunAsync(port, null));
        Assert.Equal(["advance ", $"wait {Later:O}"], port.Asked);
    }

    sealed class Port(ImmutableArray<Progress> progress, ImmutableArray<Waited> waits) : IProcessPort
    {
        int advanced, waited;

        public List<string> Asked { get; } = [];

        public Task<Progress> AdvanceAsync(DateTimeOffset? due) => Note($"advance {due:O}", progress[advanced++]);

        public Task StartAsync(ProcessId child, DateTimeOffset due) => Note($"start {child} {due:O}", true);

        public Task<Waited> WaitAsync(DateTimeOffset? until) => Note($"wait {until:O}", waits[waited++]);

        Task<T> Note<T>(string asked, T answer)
        {
            Asked.Add(asked);
            return Task.FromResult(answer);
        }
    }
}
