using System.Text;
using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Tests.Languages;

/// <summary>Languages made up for a case, on top of what all languages share.</summary>
static class MadeUp
{
    public delegate T Question<out T>(in Sentence sentence, Outline outline);

    /// <param name="entries">The entries of its own file, without the braces around them.</param>
    /// <param name="generated">Those of the file that stands for the generated one.</param>
    public static Language Language(string entries, string? generated = null)
    {
        List<LanguageFile> files = [File("xx.json", entries)];
        if (generated is not null) files.Add(File("cldr/xx.json", generated));
        return LanguageReader.Read([.. files, LanguageFile.Read("common.json", Shipped.Bytes("common"))], false);
    }

    /// <summary>Puts a question about a text of one sentence.</summary>
    public static T Ask<T>(Language language, string text, Question<T> question)
    {
        using var tokens = new Pooled<Token>();
        using var times = new Pooled<Stretch>();
        using var drafts = new Pooled<Draft>();
        using var outline = new Outline();
        Lexer.Read(text, new(0, text.Length), language, tokens);
        var sentence = new Sentence(text, new(0, text.Length), tokens.Items, language);
        QuantityReader.Read(sentence, drafts, tokens, times);
        outline.Read(sentence, drafts.Items);
        return question(sentence, outline);
    }

    /// <summary>The numbers that are read in a text of one sentence.</summary>
    public static IReadOnlyList<decimal> Values(Language language, string text) =>
        Ask<IReadOnlyList<decimal>>(language, text, (in s, _) =>
        {
            List<decimal> values = [];
            for (var at = 0; at < s.Count; at++)
            {
                if (!language.Numerals.TryRead(s, at, out var numeral)) continue;
                values.Add(numeral.Value);
                at = numeral.Next - 1;
            }
            return values;
        });

    static LanguageFile File(string name, string entries) => LanguageFile.Read(name, Encoding.UTF8.GetBytes($$"""{"language": "xx"{{(entries.Length == 0 ? "" : ", " + entries)}}}"""));
}
