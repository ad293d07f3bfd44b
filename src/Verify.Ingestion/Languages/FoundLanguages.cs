using System.Collections.Immutable;
using Verify.Claims;

namespace Verify.Ingestion.Languages;

/// <summary>The language of most of a text, and where it is in another.</summary>
public sealed record FoundLanguages(string Language, ImmutableArray<LanguageStretch> Others);
