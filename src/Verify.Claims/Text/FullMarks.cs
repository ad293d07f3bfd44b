namespace Verify.Claims.Text;

/// <summary>The marks of Arabic and East Asian typesetting, which stand for what ASCII writes: "，" is a comma, "（" a bracket, "「" opens a quotation.</summary>
static class FullMarks
{
    const char First = '\u3001';
    const string Wide = "、。「」『』〜【】〈〉〔〕・";
    const string Narrow = ",.“”“”~[]<>[]·";

    /// <summary>The mark that the rules know; any other character is itself.</summary>
    public static char Plain(char c)
    {
        if (c < First) return c switch { '،' => ',', '؛' => ';', '؟' => '?', '٪' => '%', _ => c };
        // U+FF01 to U+FF5E are the marks of ASCII, full width.
        if (c is >= '\uff01' and <= '\uff5e') return (char)(c - '\uff01' + '!');
        return Wide.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Narrow[at] : c;
    }
}
