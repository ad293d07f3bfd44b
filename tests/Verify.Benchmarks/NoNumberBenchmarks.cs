using BenchmarkDotNet.Attributes;
using Verify.Claims;

namespace Verify.Benchmarks;

/// <summary>Text without numbers is passed over, and nothing is allocated.</summary>
[Config(typeof(ThroughputConfig))]
public class NoNumberBenchmarks
{
    readonly ClaimExtractor extractor = ClaimExtractor.For("id")!;
    string text = "";

    [Params(4 << 10, 1 << 20)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Write()
    {
        this.text = NewsText.WithoutNumbers(Length);
        if (extractor.Extract(this.text) != Extraction.Empty) throw new InvalidOperationException("The text holds a number after all.");
    }

    [Benchmark]
    public int Read() => extractor.Extract(this.text).Claims.Length;
}
