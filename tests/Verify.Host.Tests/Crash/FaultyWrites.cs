using Verify.Testing.Emulators;

namespace Verify.Host.Tests.Crash;

/// <summary>Every write of a life gets a bad answer once.</summary>
public sealed class FaultyWrites : FaultWalk
{
    /// <summary>Each write another one of the service's bad answers; to the desk they are the same once the client gave up.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_gets_a_bad_answer(bool isDone) => WalkAsync<Life>((proxy, write) => proxy.Fault(write, StoreFault.Failures[write % StoreFault.Failures.Length], isDone));

    /// <summary>"It is there already", "it is another version": said of what was not done, and of what was.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_is_lied_about(bool isDone) => WalkAsync<Life>((proxy, write) => proxy.Fault(write, StoreFault.Lies[write % StoreFault.Lies.Length], isDone));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_of_a_correction_gets_a_bad_answer(bool isDone) => WalkAsync<RevisedLife>((proxy, write) => proxy.Fault(write, StoreFault.Failures[write % StoreFault.Failures.Length], isDone));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_of_a_correction_is_lied_about(bool isDone) => WalkAsync<RevisedLife>((proxy, write) => proxy.Fault(write, StoreFault.Lies[write % StoreFault.Lies.Length], isDone));
}
