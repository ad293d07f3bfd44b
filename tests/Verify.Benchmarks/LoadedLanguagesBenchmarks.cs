using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Verify.Claims;

namespace Verify.Benchmarks;

/// <summary>What it costs a reader of Indonesian that all languages are in memory, not two.</summary>
[Config(typeof(InProcess))]
public class LoadedLanguagesBenchmarks
{
    const int Length = 1 << 20;

    ClaimExtractor extractor = null!;
    string text = "";

    /// <summary>Two first: what is loaded stays.</summary>
    [Params(2, 100)]
    public int AtLeast { get; set; }

    [GlobalSetup]
    public void Load()
    {
        var tags = new[] { "id", "en" }.Concat(AtLeast == 2 ? [] : ClaimExtractor.Languages);
        foreach (var tag in tags) ClaimExtractor.For(tag)!.Extract("5");
        extractor = ClaimExtractor.For("id")!;
        text = NewsText.OfLength(Length);
    }

    [Benchmark]
    public int Read() => extractor.Extract(text).Claims.Length;

    sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
