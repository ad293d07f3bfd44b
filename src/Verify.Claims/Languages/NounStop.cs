namespace Verify.Claims.Languages;

/// <summary>What goes with <see cref="Role.NounStop"/>: how a word bounds a noun phrase.</summary>
enum NounStop : byte
{
    /// <summary>Stands outside: "di", "with".</summary>
    Outside,

    /// <summary>The last word of its phrase: "itu".</summary>
    Closer,

    /// <summary>The first word of its phrase: "the".</summary>
    Opener,

    /// <summary>Opens a phrase that was spoken of before: "these". "The two governments" counts nothing anew.</summary>
    Definite,

    /// <summary>A phrase of its own: "mereka", "she".</summary>
    Pronoun,

    /// <summary>Outside what is counted, but may tie a place to a subject: "petani di lereng".</summary>
    Attaching,

    /// <summary>Directly after a number it belongs to what is counted, elsewhere it stands outside: "500 more officers".</summary>
    Adding,
}
