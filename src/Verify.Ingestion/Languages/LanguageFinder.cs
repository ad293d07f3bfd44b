using Lingua;

namespace Verify.Ingestion.Languages;

/// <summary>Finds the language that a text is written in. Pure, safe under any number of threads.</summary>
public static class LanguageFinder
{
    /// <summary>The answer where there is nothing to go by.</summary>
    public const string Undetermined = "und";

    static readonly Lazy<LanguageDetector> Detector = new(() => LanguageDetectorBuilder
        .FromLanguages(Language.Indonesian, Language.English, Language.French, Language.German, Language.Dutch, Language.Spanish, Language.Portuguese,
            Language.Italian, Language.Turkish, Language.Vietnamese, Language.Tagalog, Language.Swahili, Language.Polish, Language.Russian, Language.Arabic,
            Language.Chinese, Language.Japanese, Language.Korean, Language.Thai, Language.Hindi)
        .WithLowAccuracyMode()
        .Build());

    public static string Find(string text, string? declared = null)
    {
        var best = Detector.Value.ComputeLanguageConfidenceValues(text[..Math.Min(2000, text.Length)]).First();
        return best.Value == 0 ? declared ?? Undetermined : best.Key.IsoCode6391().ToString().ToLowerInvariant();
    }
}
