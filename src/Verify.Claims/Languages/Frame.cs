namespace Verify.Claims.Languages;

/// <summary>What goes with <see cref="Role.Frame"/>: what a wording sets a claim in. A phrase may give one beside a <see cref="Signal"/>.</summary>
enum Frame : byte
{
    /// <summary>A time to come: "over the next", "mendatang".</summary>
    Ahead,

    /// <summary>A time gone by, up to now: "over the last", "ago", "tahun lalu".</summary>
    Back,

    /// <summary>Where a figure is from: "a study", "survei".</summary>
    Source,

    /// <summary>How somebody voted, or what they stood for: "voted against", "menolak".</summary>
    Stand,

    /// <summary>The figure is more or less than one would think: "only", "bahkan".</summary>
    Contrast,
}
