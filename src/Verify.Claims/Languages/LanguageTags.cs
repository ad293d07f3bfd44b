namespace Verify.Claims.Languages;

/// <summary>Tags that mean a shipped language and are not the one it is shipped under: given up by ISO 639, or a language that is written the same way.</summary>
static class LanguageTags
{
    public static string Current(string primary) => primary switch
    {
        "in" => "id",
        "iw" => "he",
        "ji" => "yi",
        "jw" => "jv",
        "mo" => "ro",
        "no" => "nb",
        "sh" => "sr",
        "tl" => "fil",
        "cmn" => "zh",
        _ => primary,
    };
}
