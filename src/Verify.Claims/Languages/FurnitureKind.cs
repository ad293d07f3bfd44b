namespace Verify.Claims.Languages;

/// <summary>What goes with <see cref="Role.Furniture"/>.</summary>
enum FurnitureKind : byte
{
    /// <summary>A heading of its own line, under which only foreign headlines follow, to the end of the text.</summary>
    Closing,

    /// <summary>Opens a line that is furniture as a whole: "Baca juga: …", "Foto: …".</summary>
    Label,

    /// <summary>Furniture when it is the whole line: "Advertisement".</summary>
    Line,

    /// <summary>Opens a line that is furniture whatever follows: "Share on …".</summary>
    Opener,
}
