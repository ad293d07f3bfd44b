using System.Buffers;
using Verify.Claims.Languages;
using Verify.Claims.Numerals.Spelling;

namespace Verify.Claims.Text;

/// <summary>
/// Finds the places where a number could begin, at the speed of a vectorised search: digits, and the words that every
/// number word of the language contains. What is found is only a candidate; nothing that can be a number is missed.
/// </summary>
sealed class Candidates
{
    static readonly Roles Wanted = Roles.Of(
        Role.Value, Role.Alone, Role.Multiplier, Role.Scale, Role.Fraction, Role.Vague, Role.MultipleWord, Role.Ordinal, Role.Collective, Role.Coin);

    readonly Lexicon lexicon;
    readonly SpellingGrammar? spelling;
    readonly Elisions elisions;
    readonly Prefixes prefixes;
    readonly SearchValues<char> signs;
    readonly SearchValues<string> needles;
    readonly bool[] sought; // by the number of the word

    /// <summary>Of each phrase one word is looked for: its first, or where that is too short ("a couple") its longest. Words shorter than three letters ("rb") follow digits and need no search.</summary>
    public Candidates(Lexicon lexicon, IReadOnlyList<Phrase> phrases, SpellingGrammar? spelling, Elisions elisions, Prefixes prefixes)
    {
        this.lexicon = lexicon;
        this.spelling = spelling;
        this.elisions = elisions;
        this.prefixes = prefixes;
        sought = new bool[lexicon.Size];
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < phrases.Count; at++)
        {
            if (Wanted.Has(phrases[at].Role)) words.Add(Sought(phrases[at]));
        }
        foreach (var word in words) sought[lexicon.Find(word)] = true;
        signs = Needles.Signs(words);
        needles = Needles.Words(spelling is null ? words : []); // with rules every word is looked at
    }

    /// <summary>The first digit or number word at or after a place; the text's length when there is none.</summary>
    /// <param name="digit">The next digit found before, kept between calls on the same text; -1 at first. The same for <paramref name="word"/>.</param>
    public int Next(ReadOnlySpan<char> text, int from, ref int digit, ref int word)
    {
        if (digit < from) digit = NextSign(text, from);
        if (word < from) word = NextWord(text, from);
        return Math.Min(digit, word);
    }

    int NextSign(ReadOnlySpan<char> text, int from)
    {
        while (text[from..].IndexOfAny(signs) is var found and >= 0)
        {
            from += found;
            if (!Scripts.IsUnspaced(text[from]) || Opens(text, from)) return from;
            from++;
        }
        return text.Length;
    }

    /// <summary>Whether a whole phrase begins at a sign: "다섯", not every "다".</summary>
    bool Opens(ReadOnlySpan<char> text, int at)
    {
        foreach (var phrase in this.lexicon.Phrases(this.lexicon.Find(text.Slice(at, 1))))
        {
            // Among other signs a word that is a number only alone is none: the particle "に".
            if (phrase.Role == Role.Alone && at > 0 && Scripts.IsUnspaced(text[at - 1])) continue;
            if (Wanted.Has(phrase.Role) && Fits(text[at..], phrase)) return true;
        }
        return false;
    }

    static bool Fits(ReadOnlySpan<char> text, Phrase phrase)
    {
        var at = 0;
        foreach (var word in phrase.Text)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (!text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
            at += word.Length;
        }
        return true;
    }

    int NextWord(ReadOnlySpan<char> text, int from)
    {
        if (this.spelling is { } rules) return NextSpelled(text, from, rules);
        while (from < text.Length)
        {
            var at = text[from..].IndexOfAny(needles);
            if (at < 0) return text.Length;
            var start = from + at;
            while (start > from && char.IsLetter(text[start - 1])) start--;
            if (!Lexer.Next(text, start, text.Length, out var token)) return text.Length;
            if (sought[this.lexicon.Find(token.Span.Of(text))]) return token.Start;
            from = Math.Max(token.End, from + at + 1);
        }
        return text.Length;
    }

    /// <summary>Number words that are written together begin with one of many parts, so every word is looked at.</summary>
    int NextSpelled(ReadOnlySpan<char> text, int from, SpellingGrammar rules)
    {
        while (Lexer.Next(text, from, text.Length, out var token))
        {
            token = this.prefixes.Cut(this.elisions.Cut(token, text), text, this.lexicon, rules);
            var written = token.Span.Of(text);
            if (token.Kind == TokenKind.Digits || token.Kind == TokenKind.Word && (rules.MayOpen(written) || sought[this.lexicon.Find(written)])) return token.Start;
            from = token.End;
        }
        return text.Length;
    }

    static string Sought(Phrase phrase)
    {
        var sought = phrase.Text[0];
        if (sought.Length < Needles.Shortest)
        {
            foreach (var word in phrase.Text)
            {
                if (word.Length > sought.Length) sought = word;
            }
        }
        return sought.ToLowerInvariant();
    }
}
