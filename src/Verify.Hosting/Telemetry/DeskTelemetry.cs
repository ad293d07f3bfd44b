using System.Reflection;
using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Verify.Hosting.Settings;
using Verify.Workflow.Telemetry;

namespace Verify.Hosting.Telemetry;

/// <summary>Collects what the desk tells of itself and sends it where the settings say.</summary>
public static class DeskTelemetry
{
    // Azure's clients tell no spans unless this is set.
    const string AzureSpans = "Azure.Experimental.EnableActivitySource";
    const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    const string Sampler = "OTEL_TRACES_SAMPLER";

    /// <summary>Registers nothing where nothing is to be sent. Called before the host is built: it sets a switch of the process.</summary>
    /// <param name="service">The program's name, unless <c>OTEL_SERVICE_NAME</c> gives another.</param>
    /// <param name="sources">Span sources of this host's own, beside those that every desk has.</param>
    public static IServiceCollection AddDeskTelemetry(this IServiceCollection services, TelemetrySettings settings, string service, params string[] sources)
    {
        if (!settings.IsOn) return services;
        AppContext.SetSwitch(AzureSpans, true);
        var version = typeof(DeskTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var telemetry = services.AddOpenTelemetry()
            // The standard variables come last, so that they hold.
            .ConfigureResource(desk => desk.AddService(service, serviceVersion: version).AddEnvironmentVariableDetector())
            .WithTracing(traces => traces
                // A query may be a sign-in token: not even its redacted form is kept.
                .AddAspNetCoreInstrumentation(web => web.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null))
                .AddSource([DeskTrace.SourceName, "Azure.*", .. sources]))
            .WithMetrics(metrics => metrics.AddMeter(DeskMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "System.Runtime"));
        if (settings.IsOtlp) AddOtlp(telemetry, settings.Otlp);
        if (settings.Console) telemetry.WithTracing(traces => traces.AddConsoleExporter()).WithMetrics(metrics => metrics.AddConsoleExporter());
        if (settings.AzureMonitor is { } connection) AddAzureMonitor(telemetry, connection, settings.AzureIdentity);
        // What the framework says in passing holds addresses whole; its warnings are wanted.
        services.AddLogging(logs => logs.AddFilter<OpenTelemetryLoggerProvider>("Microsoft", LogLevel.Warning).AddFilter<OpenTelemetryLoggerProvider>("System", LogLevel.Warning));
        return services.AddSingleton<BacklogGauges>().AddHostedService<BacklogService>();
    }

    static void AddOtlp(OpenTelemetryBuilder telemetry, Uri? address)
    {
        // HTTP unless the standard variable says otherwise: it passes through what an organisation puts between the desk and its collector.
        if (address is null) telemetry.UseOtlpExporter();
        else telemetry.UseOtlpExporter(
            Environment.GetEnvironmentVariable(Protocol) == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf, address);
        telemetry.WithLogging(null, Plain);
    }

    static void AddAzureMonitor(OpenTelemetryBuilder telemetry, string connection, AzureMonitorIdentity? identity)
    {
        TokenCredential? signsIn = identity is null ? null
            : new ManagedIdentityCredential(identity.ClientId is { } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);
        telemetry
            .WithTracing(traces => traces.AddAzureMonitorTraceExporter(Configure))
            .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Configure))
            .WithLogging(logs => logs.AddAzureMonitorLogExporter(Configure), Plain);

        void Configure(AzureMonitorExporterOptions exporter)
        {
            exporter.ConnectionString = connection;
            exporter.Credential = signsIn;
            // A desk has few spans and each tells of a claim: all are kept, unless the standard variable says otherwise.
            if (Environment.GetEnvironmentVariable(Sampler) is null or "") (exporter.TracesPerSecond, exporter.SamplingRatio) = (null, 1);
        }
    }

    static void Plain(OpenTelemetryLoggerOptions logs) => logs.IncludeFormattedMessage = true;
}
