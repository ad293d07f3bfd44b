namespace Verify.Ingestion;

/// <summary>What a format reads: the text and what its container tells, before the language is settled.</summary>
/// <param name="Raw">The bytes that name the article.</param>
/// <param name="Text">Null where the input only names an address, which the metadata then has.</param>
/// <param name="Format">The reader that made it.</param>
sealed record Draft(ReadOnlyMemory<byte> Raw, string? Text, string Format)
{
    /// <summary>Stated by the sender in an envelope: it wins. A BCP 47 tag, normalised.</summary>
    public string? StatedLanguage { get; init; }

    /// <summary>Declared by a page about itself: it only breaks ties, for content systems get it wrong.</summary>
    public string? DeclaredLanguage { get; init; }

    public Metadata Metadata { get; init; } = Metadata.None;
}
