namespace Verify.Ingestion.Languages;

/// <summary>The letters of a text by script.</summary>
static class Letters
{
    /// <summary>A script's own letters of a language settle it from one in this many.</summary>
    const int OneIn = 60;

    /// <summary>Japanese is written in Han signs with kana between: from one kana in this many letters on.</summary>
    const int OneKanaIn = 8;

    /// <summary>The script of most letters; null where there are none of a script that is known.</summary>
    public static Script? ScriptOf(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Script.All.Length];
        var last = 0;
        foreach (var sign in text)
        {
            if (!char.IsLetter(sign)) continue;
            if (!Script.All[last].Holds(sign) && Array.FindIndex(Script.All, script => script.Holds(sign)) is >= 0 and var found) last = found;
            if (Script.All[last].Holds(sign)) counts[last]++;
        }
        var (han, kana) = (Array.IndexOf(Script.All, Script.Han), Array.IndexOf(Script.All, Script.Kana));
        if (counts[kana] * OneKanaIn >= counts[kana] + counts[han]) (counts[kana], counts[han]) = (counts[kana] + counts[han], 0);
        var most = 0;
        for (var at = 1; at < counts.Length; at++)
            if (counts[at] > counts[most]) most = at;
        return counts[most] == 0 ? null : Script.All[most];
    }

    /// <summary>The language whose own letters stand in the text; null where none does.</summary>
    public static string? OwnerOf(ReadOnlySpan<char> text, Script script)
    {
        if (script.Own.Length == 0) return null;
        var all = 0;
        foreach (var sign in text)
            if (script.Holds(sign)) all++;
        foreach (var (letters, language) in script.Own)
        {
            var own = 0;
            foreach (var sign in text)
                if (letters.Contains(sign, StringComparison.Ordinal)) own++;
            if (own > 0 && own * OneIn >= all) return language;
        }
        return null;
    }
}
