using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Verify.Workflow.Telemetry;

namespace Verify.Hosting.Tests.Telemetry;

/// <summary>Everything that the meter of the desk tells while this lives.</summary>
sealed class Measurements : IDisposable
{
    readonly MeterListener listener = new();
    readonly ConcurrentQueue<(string Name, double Value, string Tags)> told = [];

    public Measurements()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name != DeskMetrics.MeterName) return;
            Names.Add(instrument.Name);
            listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public ConcurrentBag<string> Names { get; } = [];

    /// <summary>"value tag=value …" for each measurement of one instrument.</summary>
    public IReadOnlyList<(double Value, string Tags)> Of(string name) => [.. told.Where(one => one.Name == name).Select(one => (one.Value, one.Tags))];

    public void Forget() => told.Clear();

    public void Observe()
    {
        Forget();
        listener.RecordObservableInstruments();
    }

    public void Dispose() => listener.Dispose();

    void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = new List<string>();
        foreach (var tag in tags) words.Add($"{tag.Key}={tag.Value}");
        told.Enqueue((instrument.Name, value, string.Join(' ', words)));
    }
}
