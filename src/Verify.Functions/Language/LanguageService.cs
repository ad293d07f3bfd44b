using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Verify.Hosting.Settings;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;

namespace Verify.Functions.Language;

/// <summary>Asks Azure AI Language where the settings name a resource, with the identity that the app has; else nobody.</summary>
static class LanguageService
{
    /// <summary>Behind <see cref="Hosting.DeskCore"/>, whose finder it takes the place of.</summary>
    public static IServiceCollection AddLanguage(this IServiceCollection services, LanguageSettings? settings) => settings is null
        ? services
        : services
            .AddSingleton(made => new SpentCalls(made.GetRequiredService<IBlobs>(), settings.MostCallsPerDay, made.GetRequiredService<TimeProvider>()))
            .AddSingleton(made => new CallBudget(made.GetRequiredService<SpentCalls>(), settings.MostCallsPerMinute, made.GetRequiredService<TimeProvider>()))
            .AddSingleton<IEntityFinder>(made => new LanguageEntities(
                new TextAnalyticsClient(settings.Endpoint, new DefaultAzureCredential(), Options(settings, made.GetRequiredService<CallBudget>())),
                settings.Timeout, made.GetRequiredService<TimeProvider>(), made.GetRequiredService<ILogger<LanguageEntities>>()));

    /// <summary>How the service is spoken to. Tries are the client's own, which waits as long as the service asks it to.</summary>
    public static TextAnalyticsClientOptions Options(LanguageSettings settings, CallBudget budget)
    {
        var options = new TextAnalyticsClientOptions(TextAnalyticsClientOptions.ServiceVersion.V2023_04_01)
        {
            Audience = AudienceOf(settings.Endpoint),
            Retry = { MaxRetries = 3, Delay = TimeSpan.FromSeconds(0.5), MaxDelay = TimeSpan.FromSeconds(5), NetworkTimeout = settings.Timeout },
        };
        options.AddPolicy(new BudgetPolicy(budget), HttpPipelinePosition.PerRetry);
        return options;
    }

    static TextAnalyticsAudience AudienceOf(Uri endpoint) =>
        endpoint.Host.EndsWith(".azure.us", StringComparison.OrdinalIgnoreCase) ? TextAnalyticsAudience.AzureGovernment
        : endpoint.Host.EndsWith(".azure.cn", StringComparison.OrdinalIgnoreCase) ? TextAnalyticsAudience.AzureChina
        : TextAnalyticsAudience.AzurePublicCloud;
}
