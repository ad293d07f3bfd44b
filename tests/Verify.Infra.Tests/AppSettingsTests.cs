using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Verify.Hosting.Settings;
using Verify.Infra.Tests.Bicep;

namespace Verify.Infra.Tests;

/// <summary>The contract with the program: these settings, and none that opens anything by itself.</summary>
public sealed partial class AppSettingsTests
{
    static readonly Dictionary<string, string> Always = new()
    {
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "Authorization=AAD;ClientId={identity.clientId}",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "{insights.connectionString}",
        ["AZURE_CLIENT_ID"] = "{identity.clientId}",
        ["Articles__clientId"] = "{identity.clientId}",
        ["Articles__credential"] = "managedidentity",
        ["Articles__queueServiceUri"] = "https://stverifyx.queue.core.windows.net",
        ["AzureWebJobsStorage__accountName"] = "{hostStorage.name}",
        ["AzureWebJobsStorage__clientId"] = "{identity.clientId}",
        ["AzureWebJobsStorage__credential"] = "managedidentity",
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"] = "{identity.clientId}",
        ["Verify__AllowedHosts__0"] = "func-verify-x.azurewebsites.net",
        ["Verify__Log__Key"] = "https://kv-x.vault.azure.net/secrets/log-key",
        ["Verify__Log__Memory"] = "https://{hostStorage.name}.blob.core.windows.net/{hostStorage.memoryContainer}",
        ["Verify__SignIn__Entra__ClientId"] = Desk.EntraClient,
        ["Verify__SignIn__Entra__TenantId"] = Desk.EntraTenant,
        ["Verify__SignIn__PseudonymSecret"] = "https://kv-x.vault.azure.net/secrets/pseudonym-secret",
        ["Verify__Store"] = "https://stverifyx.blob.core.windows.net/verify",
        ["WEBSITE_AUTH_AAD_ALLOWED_TENANTS"] = Desk.EntraTenant,
    };

    static readonly Dictionary<string, string> WhenAsked = new()
    {
        ["AzureFunctionsJobHost__extensions__durableTask__hubName"] = "{scheduler.hubName}",
        ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName"] = "DURABLE_TASK_SCHEDULER_CONNECTION_STRING",
        ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__type"] = "azureManaged",
        ["DURABLE_TASK_SCHEDULER_CONNECTION_STRING"] =
            "Endpoint={scheduler.endpoint};Authentication=ManagedIdentity;ClientID={identity.clientId}",
        ["Verify__AllowedHosts__1"] = "desk.example.org",
        ["Verify__AllowedHosts__2"] = "claims.example.org",
        ["Verify__Language__Endpoint"] = "{language.endpoint}",
    };

    [Fact]
    public async Task Without_an_option_the_app_is_told_this_and_nothing_else() =>
        Assert.Equal(Always.OrderBy(setting => setting.Key, StringComparer.Ordinal), await ToldAsync(Desk.PlainAsync()));

    [Fact]
    public async Task With_every_option_the_app_is_told_this_and_nothing_else() =>
        Assert.Equal(Always.Concat(WhenAsked).OrderBy(setting => setting.Key, StringComparer.Ordinal), await ToldAsync(Desk.FullAsync()));

    // The program stops at a setting that it does not know, and at one that is missing.
    [Fact]
    public async Task The_program_takes_every_setting_that_is_its_own()
    {
        var plain = DeskSettings.Read(Configuration(await ToldAsync(Desk.PlainAsync())), DeskHost.Functions);
        Assert.Equal("https://stverifyx.blob.core.windows.net/verify", plain.Store);
        Assert.Equal(["func-verify-x.azurewebsites.net"], plain.AllowedHosts);
        Assert.Equal("https://kv-x.vault.azure.net/secrets/pseudonym-secret", plain.SignIn.PseudonymSecret!.Reference.ToString());
        Assert.Equal("https://kv-x.vault.azure.net/secrets/log-key", plain.Log.Key!.Reference.ToString());
        Assert.Equal("https://hoststorage-name.blob.core.windows.net/hoststorage-memorycontainer", plain.Log.Memory);
        Assert.Equal((Desk.EntraTenant, Desk.EntraClient), (plain.SignIn.Entra!.TenantId, plain.SignIn.Entra.ClientId));
        Assert.Null(plain.Language);

        var full = DeskSettings.Read(Configuration(await ToldAsync(Desk.FullAsync())), DeskHost.Functions);
        Assert.Equal(["func-verify-x.azurewebsites.net", "desk.example.org", "claims.example.org"], full.AllowedHosts);
        Assert.Equal("https://language-endpoint/", full.Language!.Endpoint.ToString());
    }

    // The platform sets these itself on Flex Consumption, or has moved them into functionAppConfig, and may refuse the app over them.
    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("FUNCTIONS_EXTENSION_VERSION")]
    [InlineData("WEBSITE_RUN_FROM_PACKAGE")]
    [InlineData("WEBSITE_CONTENTSHARE")]
    [InlineData("AzureWebJobsStorage")]
    public async Task The_app_is_not_told(string name)
    {
        foreach (var desk in await Desk.AllAsync())
            Assert.DoesNotContain(await ToldAsync(Task.FromResult(desk)), setting => setting.Key == name);
    }

    [Fact]
    public async Task What_is_secret_is_the_address_of_a_secret()
    {
        string[] secrets = ["secret", "key", "password", "token"];
        foreach (var desk in await Desk.AllAsync())
            Assert.All(
                (await ToldAsync(Task.FromResult(desk))).Where(setting => secrets.Any(word => setting.Key.Contains(word, StringComparison.OrdinalIgnoreCase))),
                setting => Assert.StartsWith("https://kv-x.vault.azure.net/secrets/", setting.Value, StringComparison.Ordinal));
    }

    /// <summary>As the app sees them: what only Azure knows becomes some address.</summary>
    static IConfigurationRoot Configuration(IEnumerable<KeyValuePair<string, string>> told) => new ConfigurationBuilder()
        .AddInMemoryCollection(told.Select(setting => KeyValuePair.Create(
            setting.Key.Replace("__", ":", StringComparison.Ordinal),
            setting.Value == "{insights.connectionString}" ? "InstrumentationKey=1" : (string?)OnlyAzureKnows().Replace(setting.Value, Some))))
        .Build();

    static string Some(Match unknown) => $"{(unknown.Index == 0 ? "https://" : "")}{unknown.Groups[1].Value}-{unknown.Groups[2].Value}".ToLowerInvariant();

    [GeneratedRegex(@"\{(\w+)\.(\w+)\}")]
    private static partial Regex OnlyAzureKnows();

    static async Task<IEnumerable<KeyValuePair<string, string>>> ToldAsync(Task<Desk> desk) =>
        (await desk).The("Microsoft.Web/sites/config", "/appsettings").At("properties")!.AsObject()
            .Select(setting => KeyValuePair.Create(setting.Key, setting.Value!.GetValue<string>()))
            .OrderBy(setting => setting.Key, StringComparer.Ordinal);
}
