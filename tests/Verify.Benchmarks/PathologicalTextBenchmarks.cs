using System.Text;
using BenchmarkDotNet.Attributes;
using Verify.Claims;

namespace Verify.Benchmarks;

/// <summary>Text made to hurt: chains of digits, commas without end, nested quotes, one word of change again and again, sums on sums, one enormous line. A byte costs the same in 4 KB and in 4 MB.</summary>
[Config(typeof(ThroughputConfig))]
public class PathologicalTextBenchmarks
{
    static readonly Dictionary<string, string> Pieces = new()
    {
        ["digits"] = "1234567890",
        ["digit chain"] = "1-2/3:4.5,",
        ["commas"] = ",",
        ["numbered commas"] = "1,,,,,,,",
        ["nested quotes"] = "“‘5 «",
        ["dari dari"] = "dari ",
        ["dari 5 menjadi"] = "dari 5 menjadi ",
        ["naik 5 persen dari"] = "naik 5 persen dari 4 menjadi ",
        ["parts"] = "9 orang: 5 orang dan 3 orang, ",
        ["one line"] = "Warga menanam 5 bibit kopi di lereng bukit dan 3 bibit cengkih ",
        ["line of words"] = "warga menanam bibit kopi di lereng bukit ",
    };

    readonly ClaimExtractor extractor = ClaimExtractor.For("id")!;
    string text = "";

    [ParamsSource(nameof(Names))]
    public string Piece { get; set; } = "";

    [Params(4 << 10, 128 << 10, 4 << 20)]
    public int Length { get; set; }

    public static IEnumerable<string> Names => Pieces.Keys;

    [GlobalSetup]
    public void Write()
    {
        var piece = Pieces[Piece];
        text = "5 " + new StringBuilder().Insert(0, piece, Length / piece.Length);
    }

    [Benchmark]
    public int Read() => extractor.Extract(text).Claims.Length;
}
