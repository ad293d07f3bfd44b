namespace Verify.Infra.Tests.Hooks;

public sealed class LockHookTests
{
    static readonly (string, string)[] Environment =
    [
        ("VERIFY_LOCK_RECORDS", "true"), ("VERIFY_RECORD_RETENTION_DAYS", "3650"), ("VERIFY_STORE_ACCOUNT", "stverifyx"),
        ("AZURE_RESOURCE_GROUP", "rg-test"), ("AZURE_SUBSCRIPTION_ID", "s"),
    ];

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    [InlineData("yes")]
    public async Task Nothing_is_locked_that_nobody_asked_to_lock(string asked)
    {
        using var az = new FakeAz();
        var said = await az.RunAsync("lock-records.sh", [.. Environment, ("VERIFY_LOCK_RECORDS", asked)]);
        Assert.Equal(0, said.ExitCode);
        Assert.Empty(az.Calls);
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("", 0)]
    [InlineData("Unlocked\n3650\n", 0)]
    [InlineData("Unlocked\t30\n", 0)]
    public async Task A_policy_is_made_and_then_locked_in_the_version_that_was_made(string found, int exitCode)
    {
        using var az = new FakeAz()
            .Answers("immutability-policy show", found, exitCode)
            .Answers("immutability-policy create", "\"8DE\"\n")
            .Answers("immutability-policy lock");
        var said = await az.RunAsync("lock-records.sh", Environment);
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Contains("--container-name verify-records --period 3650 --allow-protected-append-writes false", az.Calls[1], StringComparison.Ordinal);
        Assert.Contains("immutability-policy lock", az.Calls[2], StringComparison.Ordinal);
        Assert.Contains("--if-match \"8DE\"", az.Calls[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Locked\n3650\n")]
    [InlineData("Locked\r\n3650\r\n")]
    [InlineData("Locked\t3650\n")]
    public async Task What_is_locked_is_left_alone(string found)
    {
        using var az = new FakeAz().Answers("immutability-policy show", found);
        Assert.Equal(0, (await az.RunAsync("lock-records.sh", Environment)).ExitCode);
        Assert.Single(az.Calls);
    }

    [Fact]
    public async Task A_locked_time_that_is_another_than_asked_for_is_said()
    {
        using var az = new FakeAz().Answers("immutability-policy show", "Locked\n365\n");
        var said = await az.RunAsync("lock-records.sh", Environment);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("locked at 365 days", said.Errors, StringComparison.Ordinal);
        Assert.Single(az.Calls);
    }

    [Fact]
    public async Task Nothing_is_locked_when_no_policy_could_be_made()
    {
        using var az = new FakeAz().Answers("immutability-policy show").Answers("immutability-policy create", exitCode: 1);
        Assert.NotEqual(0, (await az.RunAsync("lock-records.sh", Environment)).ExitCode);
        Assert.Equal(2, az.Calls.Count);
    }
}
