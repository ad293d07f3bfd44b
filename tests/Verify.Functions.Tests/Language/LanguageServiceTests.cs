using Azure.AI.TextAnalytics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verify.Functions.Language;
using Verify.Hosting;
using Verify.Hosting.Settings;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Ports;

namespace Verify.Functions.Tests.Language;

/// <summary>Who is asked, by the settings.</summary>
public sealed class LanguageServiceTests
{
    static readonly LanguageSettings Settings = new(new("https://names.cognitiveservices.azure.com/"), TimeSpan.FromSeconds(7), 60, 5000);

    static ServiceProvider Desk(LanguageSettings? settings) =>
        new ServiceCollection().AddLogging().AddDeskCore(new WorkflowOptions(), new MemoryBlobs()).AddLanguage(settings).BuildServiceProvider();

    static TextAnalyticsClientOptions Options(LanguageSettings settings)
    {
        var clock = new FakeTimeProvider();
        return LanguageService.Options(settings, new(new(new MemoryBlobs(), 1, clock), 1, clock));
    }

    [Fact]
    public async Task A_desk_without_settings_asks_nobody()
    {
        await using var desk = Desk(null);
        Assert.IsType<EntityAnswer.Off>(await desk.GetRequiredService<IEntityFinder>().FindAsync(new("a", "en", []), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_desk_with_settings_asks_the_service()
    {
        await using var desk = Desk(Settings);
        Assert.IsType<LanguageEntities>(desk.GetRequiredService<IEntityFinder>());
    }

    [Theory]
    [InlineData("https://names.cognitiveservices.azure.com/", "https://cognitiveservices.azure.com")]
    [InlineData("https://names.cognitiveservices.azure.us/", "https://cognitiveservices.azure.us")]
    [InlineData("https://names.cognitiveservices.azure.cn/", "https://cognitiveservices.azure.cn")]
    [InlineData("https://azure.us.example.org/", "https://cognitiveservices.azure.com")]
    public void A_token_is_for_the_cloud_of_the_resource(string endpoint, string audience) =>
        Assert.Equal(audience, Options(Settings with { Endpoint = new(endpoint) }).Audience.ToString());

    [Fact]
    public void No_try_waits_longer_than_the_whole_may_take() => Assert.Equal(TimeSpan.FromSeconds(7), Options(Settings).Retry.NetworkTimeout);

    [Fact]
    public async Task An_article_is_read_with_the_names_that_the_service_finds()
    {
        await using var language = await LanguageDesk.OpenAsync(("Budi Santoso", "Person"));
        var desk = await TestDesk.OpenAsync(
            new MemoryBlobs(), language.Clock, new CrankedDriver(language.Clock), more: services => services.AddSingleton<IEntityFinder>(language.Finder()));
        await desk.SubmitAsync("Budi Santoso menghela napas: “Sudah 1.250 rumah terendam,” katanya.\n");
        await desk.Driver.SettleAsync();
        var claim = await desk.ClaimAsync(Assert.Single(await desk.QueueAsync()).Id);
        Assert.Equal(("Budi Santoso", "Azure AI Language 2023-04-15"), (claim.Reading.Speaker?.Text, claim.Reading.Entities?.Source));
    }
}
