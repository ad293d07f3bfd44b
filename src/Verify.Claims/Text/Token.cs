using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>A word, a run of digits, or one mark. White space makes no token.</summary>
/// <param name="Word">The word's number in the lexicon; 0 when no phrase of the language holds it.</param>
/// <param name="Starts">The roles of the phrases that begin with the word: kept with it, since nearly every question about a token ends there.</param>
/// <param name="Inside">Which later part of a longer word it is, where signs are tokens.</param>
readonly record struct Token(int Start, int End, int Word, TokenKind Kind, Roles Starts = default, WordPart Inside = WordPart.None)
{
    public Excerpt Span => new(Start, End);
}
