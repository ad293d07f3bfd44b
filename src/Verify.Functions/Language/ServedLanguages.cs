using System.Collections.Frozen;

namespace Verify.Functions.Language;

/// <summary>The languages in which the service recognises entities, as its page "NER language support" lists them for version 2023-04-01.</summary>
static class ServedLanguages
{
    static readonly FrozenSet<string> Codes = FrozenSet.ToFrozenSet(
        [
            "af", "am", "ar", "as", "az", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "gu", "he", "hi",
            "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "km", "kn", "ko", "ku", "ky", "lo", "lt", "lv", "mg", "mk", "ml", "mn", "mr", "ms", "my", "ne", "nl", "no",
            "or", "pa", "pl", "ps", "pt-BR", "pt-PT", "ro", "ru", "sk", "sl", "so", "sq", "sr", "ss", "sv", "sw", "ta", "te", "th", "tr", "ug", "uk", "ur", "uz", "vi",
            "zh-Hans", "zh-Hant",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Tags that name a language which the service calls otherwise.</summary>
    static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        ["nb"] = "no", ["pt"] = "pt-PT", ["zh"] = "zh-Hans", ["zh-CN"] = "zh-Hans", ["zh-SG"] = "zh-Hans", ["zh-TW"] = "zh-Hant", ["zh-HK"] = "zh-Hant", ["zh-MO"] = "zh-Hant",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The service's code for a BCP 47 tag, of which it knows as many leading parts as it needs: "id-ID" is "id". Null for a language that it does not serve.</summary>
    public static string? Find(string tag)
    {
        for (var part = tag; ;)
        {
            if (Codes.TryGetValue(part, out var code) || Others.TryGetValue(part, out code)) return code;
            var end = part.LastIndexOf('-');
            if (end < 0) return null;
            part = part[..end];
        }
    }
}
