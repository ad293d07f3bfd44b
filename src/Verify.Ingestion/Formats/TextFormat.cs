using Verify.Ingestion.Decoding;

namespace Verify.Ingestion.Formats;

/// <summary>Plain text, kept as it is: only a byte-order mark is dropped, line endings stay.</summary>
sealed class TextFormat : IFormat
{
    public string Name => "text";

    public IReadOnlyList<string> MediaTypes { get; } = ["text/plain", "text/markdown"];

    public IReadOnlyList<string> Endings { get; } = [".txt", ".text", ".md"];

    public bool Begins(ReadOnlySpan<byte> start) => false;

    public Outcome<Draft> Read(Source source)
    {
        var decoded = TextDecoder.Decode(source);
        if (decoded.Value is not { } text) return decoded.Problem!;
        return new Draft(source.Bytes, text, Name) { Metadata = Metadata.None with { Title = Headline.Of(text) } };
    }
}
