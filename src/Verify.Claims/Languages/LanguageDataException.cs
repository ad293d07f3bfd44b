namespace Verify.Claims.Languages;

/// <summary>A language file breaks its own rules. The message names the file, the entry and what is wrong with it.</summary>
public sealed class LanguageDataException(string message, Exception? inner = null) : Exception(message, inner);
