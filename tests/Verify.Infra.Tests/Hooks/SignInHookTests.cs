namespace Verify.Infra.Tests.Hooks;

public sealed class SignInHookTests
{
    const string Callback = "https://func-verify-x.azurewebsites.net/.auth/login/aad/callback";
    const string Identity = "55555555-5555-5555-5555-555555555555";

    static readonly (string, string)[] Environment =
    [
        ("VERIFY_ENTRA_CLIENT_ID", "c"), ("VERIFY_IDENTITY_PRINCIPAL_ID", Identity), ("SERVICE_FUNCTIONS_NAME", "func-verify-x"),
        ("SERVICE_FUNCTIONS_URI", "https://func-verify-x.azurewebsites.net"), ("AZURE_TENANT_ID", "t"),
    ];

    [Fact]
    public async Task The_registration_learns_of_the_desk_and_keeps_what_it_knew()
    {
        using var az = new FakeAz()
            .Answers("ad app show", "https://other.example.org/cb\n")
            .Answers("federated-credential list", "66666666-6666-6666-6666-666666666666\n")
            .Answers("ad app update").Answers("federated-credential create");
        var said = await az.RunAsync("connect-sign-in.sh", Environment);
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Contains($"--web-redirect-uris https://other.example.org/cb {Callback} ", az.Calls[1], StringComparison.Ordinal);
        Assert.Contains($"\"subject\": \"{Identity}\"", az.Calls[3], StringComparison.Ordinal);
        Assert.Contains("\"issuer\": \"https://login.microsoftonline.com/t/v2.0\"", az.Calls[3], StringComparison.Ordinal);
        Assert.Contains("\"audiences\": [\"api://AzureADTokenExchange\"]", az.Calls[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_time_nothing_changes()
    {
        using var az = new FakeAz()
            .Answers("ad app show", $"https://other.example.org/cb\n{Callback}\n")
            .Answers("federated-credential list", $"{Identity}\r\n");
        Assert.Equal(0, (await az.RunAsync("connect-sign-in.sh", Environment)).ExitCode);
        Assert.Equal(2, az.Calls.Count);
    }

    [Fact]
    public async Task Who_may_not_change_the_registration_learns_what_to_do()
    {
        using var az = new FakeAz().Answers("ad app show").Answers("ad app update", exitCode: 1);
        var said = await az.RunAsync("connect-sign-in.sh", Environment);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("infra/hooks/connect-sign-in.sh", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_has_our_roles_lets_in_who_has_one_and_is_told_to_azd()
    {
        using var az = new FakeAz()
            .Answers("ad app create", "77777777-7777-7777-7777-777777777777\n").Answers("rest --method PATCH")
            .Answers("ad sp show", exitCode: 3).Answers("ad sp create").Answers("env set VERIFY_ENTRA_CLIENT_ID 77777777-7777-7777-7777-777777777777");
        var said = await az.RunAsync("register-app.sh");
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Contains("app-roles.json", az.Calls[0], StringComparison.Ordinal);
        Assert.Contains("--enable-id-token-issuance true", az.Calls[0], StringComparison.Ordinal);
        Assert.Contains(az.Calls, call => call.Contains("{\"appRoleAssignmentRequired\": true}", StringComparison.Ordinal));
        Assert.StartsWith("azd env set", az.Calls[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0, "infra/hooks/register-app.sh")]
    [InlineData("c", 1, "az login")]
    public async Task Nothing_is_made_while_something_is_missing(string client, int exitCode, string wayOut)
    {
        using var az = new FakeAz().Answers("account show", exitCode: exitCode);
        var said = await az.RunAsync("preprovision.sh", ("AZURE_SUBSCRIPTION_ID", "s"), ("VERIFY_ENTRA_CLIENT_ID", client));
        Assert.Equal(1, said.ExitCode);
        Assert.Contains(wayOut, said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_everything_there_the_way_is_free()
    {
        using var az = new FakeAz().Answers("account show");
        Assert.Equal(0, (await az.RunAsync("preprovision.sh", ("AZURE_SUBSCRIPTION_ID", "s"), ("VERIFY_ENTRA_CLIENT_ID", "c"))).ExitCode);
    }
}
