namespace Verify.Infra.Tests.Hooks;

public sealed class SecretsHookTests
{
    static readonly (string, string)[] Environment = [("VERIFY_VAULT", "kv-x"), ("AZURE_SUBSCRIPTION_ID", "s")];

    [Theory]
    [InlineData("", "pseudonym-secret log-key")]
    [InlineData("log-key\n", "pseudonym-secret")]
    [InlineData("pseudonym-secret\nlog-key\n", "")]
    [InlineData("log-key\r\npseudonym-secret\r\n", "")]
    [InlineData("old-log-key\nlog-key-2\n", "pseudonym-secret log-key")]
    public async Task Only_a_secret_that_is_missing_is_drawn(string known, string drawn)
    {
        using var az = new FakeAz().Answers("secret list", known).Answers("secret set");
        var said = await az.RunAsync("secrets.sh", Environment);
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        var written = az.Calls.Where(call => call.Contains("secret set", StringComparison.Ordinal)).Select(call => call.Split(" --name ")[1].Split(' ')[0]);
        Assert.Equal(drawn, string.Join(' ', written));
    }

    [Fact]
    public async Task A_secret_is_32_random_bytes_that_stand_on_no_command_line_and_in_no_output()
    {
        using var az = new FakeAz().Answers("secret list").Answers("secret set");
        var said = await az.RunAsync("secrets.sh", Environment);
        var values = az.Calls.Where(call => call.Contains(" file=", StringComparison.Ordinal)).Select(call => call.Split(" file=")[1]).ToList();
        Assert.Equal(2, values.Distinct().Count());
        Assert.All(values, value =>
        {
            Assert.Equal(32, Convert.FromBase64String(value).Length);
            Assert.DoesNotContain(value, said.Output + said.Errors, StringComparison.Ordinal);
            Assert.All(az.Calls, call => Assert.DoesNotContain(value, call.Split(" file=")[0], StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_vault_that_cannot_be_read_is_not_taken_for_an_empty_one()
    {
        using var az = new FakeAz().Answers("secret list", exitCode: 1).Answers("secret set");
        var said = await az.RunAsync("secrets.sh", [.. Environment, ("VERIFY_HOOK_TRIES", "3")]);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("Key Vault Secrets Officer", said.Errors, StringComparison.Ordinal);
        Assert.Equal(3, az.Calls.Count);
        Assert.All(az.Calls, call => Assert.Contains("secret list", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_cannot_be_written_stops_the_hook()
    {
        using var az = new FakeAz().Answers("secret list").Answers("secret set", exitCode: 1);
        var said = await az.RunAsync("secrets.sh", Environment);
        Assert.NotEqual(0, said.ExitCode);
        Assert.Equal(2, az.Calls.Count);
    }
}
