using Verify.Infra.Tests.Bicep;

namespace Verify.Infra.Tests;

/// <summary>No key is asked for, handed on or written down.</summary>
public sealed class SecretsTests
{
    [Theory]
    [InlineData("listKeys(")]
    [InlineData("listAdminKeys(")]
    [InlineData("listSecrets(")]
    [InlineData("listAccountSas(")]
    [InlineData("listServiceSas(")]
    [InlineData("list(")]
    [InlineData("getSecret(")]
    [InlineData("AccountKey=")]
    [InlineData("SharedAccessKey")]
    [InlineData("SharedAccessSignature")]
    [InlineData("InstrumentationKey")]
    [InlineData("primaryKey")]
    [InlineData("primarySharedKey")]
    [InlineData("sig=")]
    [InlineData("BEGIN PRIVATE")]
    public async Task The_compiled_template_never_says(string words) =>
        Assert.DoesNotContain(words, await Compiled.JsonAsync(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task No_secret_is_written_by_a_template() =>
        Assert.DoesNotContain("Microsoft.KeyVault/vaults/secrets", await Compiled.JsonAsync(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task What_comes_out_names_things_and_opens_none() =>
        Assert.Equal(
            [
                "AZURE_LOCATION = westeurope",
                "AZURE_RESOURCE_GROUP = rg-test",
                "AZURE_TENANT_ID = 00000000-0000-0000-0000-000000000002",
                "SERVICE_FUNCTIONS_NAME = {app.name}",
                "SERVICE_FUNCTIONS_URI = https://{app.hostName}",
                $"VERIFY_ENTRA_CLIENT_ID = {Desk.EntraClient}",
                "VERIFY_IDENTITY_PRINCIPAL_ID = {identity.principalId}",
                "VERIFY_LOCK_RECORDS = false",
                "VERIFY_RECORD_RETENTION_DAYS = 3650",
                "VERIFY_STORE_ACCOUNT = {store.name}",
                "VERIFY_STORE_ADDRESS = https://{store.name}.blob.core.windows.net/verify",
                "VERIFY_VAULT = kv-x",
            ],
            (await Desk.PlainAsync()).Outputs.Select(output => $"{output.Key} = {output.Value}").Order(StringComparer.Ordinal));
}
