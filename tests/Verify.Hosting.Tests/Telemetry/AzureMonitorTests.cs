using Microsoft.Extensions.Configuration;
using Verify.Hosting.Settings;
using Verify.Hosting.Tests.Settings;
using Verify.Testing.Blobs;

namespace Verify.Hosting.Tests.Telemetry;

/// <summary>What arrives at Application Insights, played by a server on this machine.</summary>
[Collection(nameof(Alone))]
public sealed class AzureMonitorTests
{
    const string Key = "InstrumentationKey=00000000-0000-0000-0000-000000000001";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static TelemetrySettings Read(params (string Name, string Value)[] given) => DeskSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(given.GroupBy(pair => pair.Name).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Last().Value))).Build(), DeskHost.OneProcess).Telemetry;

    [Fact]
    public async Task It_gets_the_way_of_a_claim_whole()
    {
        await using var receiver = await Receiver.StartAsync("""{"itemsReceived":1,"itemsAccepted":1,"errors":[]}""");
        Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true"); // it would speak with machines elsewhere
        var (claim, token) = await SentDesk.LiveAsync(
            Configured.Read($"Telemetry:AzureMonitor:ConnectionString={Key};IngestionEndpoint={receiver.Address}/"), new MemoryBlobs(), Cancel);
        var all = receiver.Text();
        foreach (var told in new[] { "PublishRecord", claim.Value, claim.Article.Value[..32], "verify.decision.time", $"A line for {claim}." })
            Assert.Contains(told, all, StringComparison.Ordinal);
        foreach (var secret in new[] { token, SentDesk.Name, SentDesk.Note, "jembatan" })
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standard_variables_are_read()
    {
        Assert.Equal((Key, null), (Read(("APPLICATIONINSIGHTS_CONNECTION_STRING", Key)).AzureMonitor, Read(("APPLICATIONINSIGHTS_CONNECTION_STRING", Key)).AzureIdentity));
        Assert.Equal(Key, Read(("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=2"), ("Verify:Telemetry:AzureMonitor:ConnectionString", Key)).AzureMonitor);
        Assert.Equal(new AzureMonitorIdentity(null), Read(("APPLICATIONINSIGHTS_CONNECTION_STRING", Key), ("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "Authorization=AAD")).AzureIdentity);
        Assert.Equal(
            new AzureMonitorIdentity("1-2"),
            Read(("APPLICATIONINSIGHTS_CONNECTION_STRING", Key), ("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "Authorization=AAD; ClientId=1-2")).AzureIdentity);
    }

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "hunter2", "APPLICATIONINSIGHTS_CONNECTION_STRING is no connection string")]
    [InlineData("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "Authorization=hunter2", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING is not read in full.")]
    [InlineData("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "ClientId=1", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING does not say Authorization=AAD.")]
    public void What_is_wrong_with_them_is_told(string name, string value, string says)
    {
        var message = Assert.Throws<SettingsException>(() => Read(("APPLICATIONINSIGHTS_CONNECTION_STRING", Key), (name, value))).Message;
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }
}
