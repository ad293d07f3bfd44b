using Verify.Claims.Numerals.Spelling;
using Verify.Claims.Text;

namespace Verify.Claims.Languages;

/// <summary>Cuts phrases into words and numbers the words.</summary>
sealed class LexiconBuilder(Elisions elisions, bool folded)
{
    readonly WordNumbers numbers = new();
    readonly List<Phrase> phrases = [];

    public IReadOnlyList<Phrase> Phrases => phrases;

    public void Add(string phrase, Role role, bool exact, decimal value, string? code, byte detail)
    {
        List<string> words = [];
        List<bool> stuck = [];
        var end = -1;
        for (var at = 0; Lexer.Next(phrase, at, phrase.Length, out var token); at = end = token.End)
        {
            token = elisions.Cut(token, phrase);
            words.Add(phrase[token.Start..token.End]);
            stuck.Add(token.Kind == TokenKind.Digits && token.Start == end);
        }
        var numbered = new int[words.Count];
        for (var at = 0; at < numbered.Length; at++) numbered[at] = Number(words[at]);
        phrases.Add(new(role, numbered, [.. words], [.. stuck], exact, value, code, detail, EdgesOf(phrase)));
    }

    public Lexicon Build() => new(numbers, phrases, folded);

    static Edges EdgesOf(string phrase) =>
        (phrase.StartsWith(' ') ? Edges.Opening : Edges.None) | (phrase.EndsWith(' ') ? Edges.Closing : Edges.None);

    int Number(string word)
    {
        if (word.Length == 1 && word[0] < 128 && !char.IsAsciiLetterOrDigit(word[0])) return word[0];
        if (folded) word = Folding.Lightly(word, new char[word.Length]).ToString();
        return Lexicon.NumberOf(numbers.Add(word));
    }
}
