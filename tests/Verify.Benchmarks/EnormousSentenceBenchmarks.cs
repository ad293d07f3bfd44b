using System.Text;
using BenchmarkDotNet.Attributes;
using Verify.Claims;

namespace Verify.Benchmarks;

/// <summary>Hostile text, a number every few characters and no sentence that ends: slow, and no slower a character however long it is.</summary>
[Config(typeof(ThroughputConfig))]
public class EnormousSentenceBenchmarks
{
    readonly ClaimExtractor extractor = ClaimExtractor.For("id")!;
    string text = "";

    [Params("satu ", "1, ", "5 orang kata Budi, ", "menurut 5 ", "“5 ", "(5 Maret 2024) ")]
    public string Piece { get; set; } = "";

    [Params(2 << 10, 128 << 10)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Write() => text = new StringBuilder().Insert(0, Piece, Length / Piece.Length).ToString();

    [Benchmark]
    public int Read() => extractor.Extract(text).Claims.Length;
}
