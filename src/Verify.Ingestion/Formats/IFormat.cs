namespace Verify.Ingestion.Formats;

/// <summary>Reads one format. A new format is one class like this and one line in <see cref="FormatTable"/>.</summary>
interface IFormat
{
    /// <summary>As kept with the article: <c>text</c>, <c>html</c>, <c>json</c>.</summary>
    string Name { get; }

    /// <summary>Lower case, without parameters.</summary>
    IReadOnlyList<string> MediaTypes { get; }

    /// <summary>File endings, lower case, with their dot.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>True when bytes that nobody named are plainly of this format. <paramref name="start"/> begins at the first byte that is neither white space nor a byte-order mark.</summary>
    bool Begins(ReadOnlySpan<byte> start);

    /// <summary>Reads hostile bytes too: never throws, bounded in time, stack and memory.</summary>
    Outcome<Draft> Read(Source source);
}
