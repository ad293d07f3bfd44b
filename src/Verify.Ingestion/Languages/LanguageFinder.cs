using Lingua;
using Verify.Claims;

namespace Verify.Ingestion.Languages;

/// <summary>
/// Finds the language that a text is written in, whole articles and single sentences alike. Pure, and safe under any number of threads.
/// The first call loads the models of the text's script (Latin: about 0.2 s and 15 MB); later ones take up to about 2 ms, whatever the
/// text's length. The figures and how they were taken are in <c>docs/decisions/language-finding.md</c>.
/// </summary>
public static class LanguageFinder
{
    /// <summary>The answer where there is nothing to go by: BCP 47 for "undetermined".</summary>
    public const string Undetermined = "und";

    /// <summary>A language that is not shipped must be this likely; what is doubtful is read as the likeliest that is.</summary>
    const double Certain = 0.9;

    /// <summary>What a page declares of itself decides a doubtful case that gives it this much.</summary>
    const double Plausible = 0.2;

    /// <summary>
    /// Languages to be told from the shipped ones: the large ones of the press, and one at least for each script. Malay is left out on
    /// purpose: in a short text it cannot be told from Indonesian, and would take every third such text from it.
    /// </summary>
    static readonly string[] Neighbours =
    [
        "de", "es", "fr", "it", "nl", "pl", "pt", "sv", "sw", "tl", "tr", "vi",
        "am", "ar", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "kk", "ko", "pa", "ru", "si", "ta", "te", "th", "uk", "ur", "zh",
    ];

    static readonly Lazy<LanguageDetector> Detector = new(() => LanguageDetectorBuilder
        .FromLanguages([.. Enum.GetValues<Language>().Where(l => l is not Language.Unknown && ClaimExtractor.Languages.Union(Neighbours).Contains(TagOf(l)))])
        .WithLowAccuracyMode()
        .Build());

    /// <summary>Every language that can be the answer.</summary>
    internal static IEnumerable<string> Known => Detector.Value.Languages.Select(TagOf);

    /// <summary>The language of <paramref name="text"/> as a BCP 47 tag (ISO 639-1); <see cref="Undetermined"/> where it holds no words.</summary>
    /// <param name="declared">A normalised tag that the text's page declares: it only decides where the text alone does not.</param>
    public static string Find(string text, string? declared = null)
    {
        var likely = Detector.Value.ComputeLanguageConfidenceValues(LanguageSample.Of(text))
            .Select(found => (Tag: TagOf(found.Key), Likelihood: found.Value))
            .Where(found => found.Likelihood > 0)
            .ToList();
        if (likely.Count == 0) return declared ?? Undetermined;

        var best = likely[0];
        if (best.Likelihood >= Certain) return best.Tag;
        if (likely.Any(found => found.Tag == declared && found.Likelihood >= Plausible)) return declared!;
        return likely.Select(found => found.Tag).FirstOrDefault(ClaimExtractor.Languages.Contains) ?? best.Tag;
    }

    static string TagOf(Language language) => language.IsoCode6391().ToString().ToLowerInvariant();
}
