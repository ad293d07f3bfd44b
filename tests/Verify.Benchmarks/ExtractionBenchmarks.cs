using BenchmarkDotNet.Attributes;
using Verify.Claims;

namespace Verify.Benchmarks;

/// <summary>How fast Indonesian news is read, from a short note to a year of a small paper.</summary>
[Config(typeof(ThroughputConfig))]
public class ExtractionBenchmarks
{
    readonly ClaimExtractor extractor = ClaimExtractor.For("id")!;
    string text = "";

    [Params(4 << 10, 64 << 10, 1 << 20, 4 << 20)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Write() => text = NewsText.OfLength(Length);

    [Benchmark]
    public int Read() => extractor.Extract(text).Claims.Length;
}
