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

    static readonly Waited TimeCame = new Waited.TimeCame();

    static Waited Woken(DateTimeOffset? due = null) => new Waited.WokenUp(due);

    [Fact]
    public async Task A_wait_that_its_time_ended_is_answered_with_that_time()
    {
        var port = new Port([Waiting(Later), Finished], [TimeCame]);
        Assert.Equal("reviewed", await ProcessLoop.RunAsync(port, Sample.Noon));
        Assert.Equal([$"advance {Sample.Noon:O}", $"wait {Later:O}", $"advance {Later:O}"], port.Asked);
    }

    [Fact]
    public async Task A_wait_that_a_wake_up_ended_answers_no_time()
    {
        var port = new Port([Waiting(Later), Finished], [Woken()]);
        await ProcessLoop.RunAsync(port, null);
        Assert.Equal(["advance ", $"wait {Later:O}", "advance "], port.Asked);
    }

    [Fact]
    public async Task A_wake_up_whose_time_has_come_is_answered_with_that_time()
    {
        var port = new Port([Waiting(Later), Finished], [Woken(Sample.Noon)]);
        await ProcessLoop.RunAsync(port, null);
        Assert.Equal(["advance ", $"wait {Later:O}", $"advance {Sample.Noon:O}"], port.Asked);
    }

    [Fact]
    public async Task A_wake_up_for_a_time_to_come_shortens_the_wait()
    {
        var port = new Port([Waiting(Later), Finished], [Woken(Sample.Noon.AddSeconds(10)), TimeCame]);
        await ProcessLoop.RunAsync(port, null);
        Assert.Equal(["advance ", $"wait {Later:O}", $"wait {Sample.Noon.AddSeconds(10):O}", $"advance {Sample.Noon.AddSeconds(10):O}"], port.Asked);
    }

    [Fact]
    public async Task A_wake_up_for_a_later_time_than_the_wait_changes_nothing()
    {
        var port = new Port([Waiting(Later), Finished], [Woken(Later.AddDays(1)), TimeCame]);
        await ProcessLoop.RunAsync(port, null);
        Assert.Equal(["advance ", $"wait {Later:O}", $"wait {Later:O}", $"advance {Later:O}"], port.Asked);
    }

    [Fact]
    public async Task A_process_that_is_due_later_is_not_advanced_before()
    {
        var port = new Port([Finished], [TimeCame]);
        Assert.Equal("reviewed", await ProcessLoop.RunAsync(port, Later));
        Assert.Equal([$"wait {Later:O}", $"advance {Later:O}"], port.Asked);
    }

    [Fact]
    public async Task A_process_that_is_due_later_is_advanced_at_once_when_something_happens()
    {
        var port = new Port([Waiting(Later), Finished], [Woken(), TimeCame]);
        await ProcessLoop.RunAsync(port, Later);
        Assert.Equal([$"wait {Later:O}", "advance ", $"wait {Later:O}", $"advance {Later:O}"], port.Asked);
    }

    [Fact]
    public async Task A_child_is_started_once_before_the_first_wait()
    {
        var port = new Port([Waiting(null, Child), Waiting(null, Child), Finished], [Woken(), Woken()]);
        await ProcessLoop.RunAsync(port, null);
        Assert.Equal(["advance ", $"start {Child} {Sample.Noon:O}", "wait ", "advance ", "wait ", "advance "], port.Asked);
    }

    [Fact]
    public async Task A_parked_process_has_no_outcome_and_asks_nothing_more()
    {
        var port = new Port([Waiting(Later)], [new Waited.Parked()]);
        Assert.Null(await ProcessLoop.RunAsync(port, null));
        Assert.Equal(["advance ", $"wait {Later:O}"], port.Asked);
    }

    [Fact]
    public async Task A_loop_is_begun_anew_only_before_an_advance()
    {
        var port = new Port([Waiting(Later)], [Woken(Sample.Noon.AddSeconds(10)), TimeCame]) { BeginsAnew = true };
        Assert.Null(await ProcessLoop.RunAsync(port, null));
        Assert.Equal(["advance ", $"wait {Later:O}", $"wait {Sample.Noon.AddSeconds(10):O}", $"anew {Sample.Noon.AddSeconds(10):O}"], port.Asked);
    }

    [Fact]
    public async Task The_loop_awaits_nothing_but_its_port()
    {
        // Every answer of the port is given by hand, on this thread. Had the loop awaited anything else, or left the thread, the next question
        // would not stand there when the answer returns.
        var elsewhere = new NoContext();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(elsewhere);
        try
        {
            var port = new ManualPort();
            var run = ProcessLoop.RunAsync(port, null);
            port.Answer(Waiting(Later, Child));
            port.Answer<object?>(null); // started
            port.Answer(Woken(Sample.Noon.AddSeconds(10)));
            port.Answer(TimeCame);
            port.Answer(Waiting(Later, Child));
            port.Answer(Woken());
            port.Answer(Finished);
            Assert.True(run.IsCompletedSuccessfully);
            Assert.Equal(0, elsewhere.Posts);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
        await Task.CompletedTask;
    }

    sealed class NoContext : SynchronizationContext
    {
        public int Posts { get; private set; }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Posts++;
            d(state); // what is awaited comes back here, at once
        }
    }

    /// <summary>Answers only when it is told to.</summary>
    sealed class ManualPort : IProcessPort
    {
        object? open;

        public DateTimeOffset Now => Sample.Noon;

        public Task<Progress> AdvanceAsync(DateTimeOffset? due) => Ask<Progress>();

        public Task StartAsync(ProcessId child, DateTimeOffset until) => Ask<object?>();

        public Task<Waited> WaitAsync(DateTimeOffset? until) => Ask<Waited>();

        public void Answer<T>(T answer)
        {
            var asked = Assert.IsType<TaskCompletionSource<T>>(open);
            open = null;
            asked.SetResult(answer);
        }

        Task<T> Ask<T>()
        {
            Assert.Null(open);
            var asked = new TaskCompletionSource<T>();
            open = asked;
            return asked.Task;
        }
    }

    sealed class Port(ImmutableArray<Progress> progress, ImmutableArray<Waited> waits) : IProcessPort
    {
        int advanced, waited;

        public List<string> Asked { get; } = [];

        public bool BeginsAnew { get; init; }

        public DateTimeOffset Now => Sample.Noon;

        public Task<Progress> AdvanceAsync(DateTimeOffset? due) => Note($"advance {due:O}", progress[advanced++]);

        public Task StartAsync(ProcessId child, DateTimeOffset until) => Note($"start {child} {until:O}", true);

        public Task<Waited> WaitAsync(DateTimeOffset? until) => Note($"wait {until:O}", waits[waited++]);

        bool IProcessPort.BeginsAnew(DateTimeOffset? due)
        {
            if (BeginsAnew) Asked.Add($"anew {due:O}");
            return BeginsAnew;
        }

        Task<T> Note<T>(string asked, T answer)
        {
            Asked.Add(asked);
            return Task.FromResult(answer);
        }
    }
}
