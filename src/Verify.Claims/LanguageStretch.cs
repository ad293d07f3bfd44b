namespace Verify.Claims;

/// <summary>A part of a text, in UTF-16 code units, end exclusive, that is in another language than most of it.</summary>
/// <param name="Language">BCP 47.</param>
public sealed record LanguageStretch(int Start, int End, string Language);
