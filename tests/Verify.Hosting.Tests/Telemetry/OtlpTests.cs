using Azure.Storage;
using Azure.Storage.Sas;
using Microsoft.Extensions.DependencyInjection;
using Verify.Hosting.Settings;
using Verify.Hosting.Telemetry;
using Verify.Hosting.Tests.Settings;
using Verify.Storage;
using Verify.Testing.Blobs;
using Verify.Testing.Emulators;

namespace Verify.Hosting.Tests.Telemetry;

/// <summary>What arrives at a collector.</summary>
[Collection(nameof(Alone))]
public sealed class OtlpTests : IAsyncLifetime
{
    Receiver receiver = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => receiver = await Receiver.StartAsync();

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Fact]
    public async Task A_collector_gets_the_way_of_a_claim_and_nothing_that_is_nobodys_business()
    {
        var (claim, token) = await SentDesk.LiveAsync(Configured.Read($"Telemetry:Otlp={receiver.Address}"), new MemoryBlobs(), Cancel);

        var traces = receiver.Text("/v1/traces");
        foreach (var told in new[] { "verify-test", "verify.claim.id", claim.Value, "SubmitArticle", "ExtractClaims", "Decide", "PublishRecord", "/api/claims/{id}/decisions", "http.response.status_code" })
            Assert.Contains(told, traces, StringComparison.Ordinal);
        Assert.True(receiver.Bytes("/v1/traces").AsSpan().IndexOf(Convert.FromHexString(claim.Article.Value[..32])) >= 0, "The article's own trace was sent.");
        foreach (var told in new[] { "verify.queue.waiting", "verify.queue.age", "verify.process.stalled", "verify.decision.time", "verify.publication.time", "verify.store.requests", "http.server.request.duration" })
            Assert.Contains(told, receiver.Text("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains($"A line for {claim}.", receiver.Text("/v1/logs"), StringComparison.Ordinal);

        var all = receiver.Text();
        foreach (var secret in new[] { token, SentDesk.Name, SentDesk.Note, "jembatan", "Muaralaya" })
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stores_requests_are_told_without_the_signature_that_opens_it()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        var address = azurite.NewAddress();
        // The emulator's account and key are the same for everybody.
        var account = new StorageSharedKeyCredential(
            "devstoreaccount1", "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==");
        var sas = new AccountSasBuilder(
            AccountSasPermissions.All, DateTimeOffset.MaxValue.AddYears(-7000), AccountSasServices.Blobs, AccountSasResourceTypes.All) { Protocol = SasProtocol.HttpsAndHttp };
        var query = sas.ToSasQueryParameters(account);
        var (claim, _) = await SentDesk.LiveAsync(Configured.Read($"Telemetry:Otlp={receiver.Address}"), Stores.Open($"{address}?{query}"), Cancel);
        var all = receiver.Text();
        Assert.Contains("AppendBlobClient.AppendBlock", all, StringComparison.Ordinal);
        Assert.Contains(claim.Value, all, StringComparison.Ordinal);
        Assert.DoesNotContain(query.Signature, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(query.Signature), all, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_receiver_nothing_is_registered() =>
        Assert.Empty(new ServiceCollection().AddDeskTelemetry(new TelemetrySettings(), "verify-test"));

    [Fact]
    public async Task The_standard_variable_does_the_same()
    {
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Address);
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        Environment.SetEnvironmentVariable("OTEL_SERVICE_NAME", "the-desk-of-meja");
        try
        {
            var configuration = new Microsoft.Extensions.Configuration.ConfigurationBuilder();
            Microsoft.Extensions.Configuration.EnvironmentVariablesExtensions.AddEnvironmentVariables(configuration);
            var (claim, _) = await SentDesk.LiveAsync(DeskSettings.Read(configuration.Build(), DeskHost.OneProcess), new MemoryBlobs(), Cancel);
            Assert.Contains(claim.Value, receiver.Text("/v1/traces"), StringComparison.Ordinal);
            Assert.Contains("the-desk-of-meja", receiver.Text("/v1/traces"), StringComparison.Ordinal);
        }
        finally
        {
            foreach (var name in new[] { "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_SERVICE_NAME" }) Environment.SetEnvironmentVariable(name, null);
        }
    }
}
