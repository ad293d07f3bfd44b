using BenchmarkDotNet.Attributes;
using Verify.Claims;

namespace Verify.Benchmarks;

/// <summary>Text without numbers is passed over, and nothing is allocated.</summary>
[Config(typeof(ThroughputConfig))]
public class NoNumberBenchmarks
{
    readonly ClaimExtractor _extractor = ClaimExtractor.For("id")!;
    string _text = "";

    [Params(4 << 10, 1 << 20)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Write()
    {
        _text = NewsText.WithoutNumbers(Length);
        if (_extractor.Extract(_text) != Extraction.Empty) throw new InvalidOperationException("The text holds a number after all.");
    }

    [Benchmark]
    public int Read() => _extractor.Extract(_text).Claims.Length;
}
