using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>
/// One sentence, cut into tokens, in front of its language. Positions are token indexes; any index may be asked for,
/// and outside the sentence there is an empty token that matches nothing.
/// </summary>
readonly ref partial struct Sentence(ReadOnlySpan<char> text, Excerpt place, ReadOnlySpan<Token> tokens, Language language)
{
    readonly ReadOnlySpan<Token> tokens = tokens;

    /// <summary>Of all its tokens: what is not among them is not looked for.</summary>
    readonly Roles starts = StartsOf(tokens);

    public ReadOnlySpan<char> Text { get; } = text;

    public Excerpt Place { get; } = place;

    public Language Language { get; } = language;

    public int Count => this.tokens.Length;

    /// <summary>Written like a title, so that a capital marks no name: three words or more, every long one with a capital.</summary>
    public bool IsTitle { get; } = Titles.Is(text, tokens);

    public Token this[int i] => Has(i) ? this.tokens[i] : new(Place.End, Place.End, 0, TokenKind.Mark);

    public ReadOnlySpan<char> Of(int i) => this[i].Span.Of(Text);

    public ReadOnlySpan<char> Of(Excerpt span) => span.Of(Text);

    /// <summary>From the start of one token to the end of the last before <paramref name="next"/>.</summary>
    public Excerpt Between(int first, int next) => new(this[first].Start, this[next - 1].End);

    /// <summary>The place of a stretch; null for an empty one.</summary>
    public Excerpt? PlaceOf(Stretch stretch) => stretch.IsEmpty ? null : Between(stretch.First, stretch.Next);

    public bool IsDigits(int i) => Has(i) && this.tokens[i].Kind == TokenKind.Digits;

    public bool IsWord(int i) => Has(i) && this.tokens[i].Kind == TokenKind.Word;

    public bool IsMark(int i, char mark) => Has(i) && this.tokens[i].Kind == TokenKind.Mark && FullMarks.Plain(Text[this.tokens[i].Start]) == mark;

    public bool IsMark(int i, ReadOnlySpan<char> marks) => Has(i) && this.tokens[i].Kind == TokenKind.Mark && marks.Contains(FullMarks.Plain(Text[this.tokens[i].Start]));

    /// <summary>True when no space stands before the token.</summary>
    public bool IsStuck(int i) => i > 0 && i < Count && this.tokens[i - 1].End == this.tokens[i].Start;

    /// <summary>True when a letter or digit touches the end of the token before; where words are written without spaces, that tells nothing.</summary>
    public bool IsStuckToWord(int i) => IsStuck(i) && this.tokens[i].Kind is TokenKind.Word or TokenKind.Digits && !IsUnspaced(i) && !IsUnspaced(i - 1);

    /// <summary>A sign of a script that puts no space between words.</summary>
    public bool IsUnspaced(int i) => IsWord(i) && Scripts.IsUnspaced(Text[this.tokens[i].Start]);

    /// <summary>A word that is written together with what follows it: "d'".</summary>
    public bool IsElided(int i) => IsWord(i) && (Text[this.tokens[i].End - 1] is '\'' or '’' || Language.Prefixes.MayTouchFigures(Of(i)));

    /// <summary>A word that begins with a capital.</summary>
    public bool IsCapital(int i) => IsWord(i) && char.IsUpper(Text[this.tokens[i].Start]);

    /// <summary>A later sign of a longer word of that kind.</summary>
    public bool IsInside(int i, WordPart part) => Has(i) && this.tokens[i].Inside == part;

    static Roles StartsOf(ReadOnlySpan<Token> tokens)
    {
        var all = default(Roles);
        foreach (ref readonly var token in tokens) all |= token.Starts;
        return all;
    }

    bool Has(int i) => unchecked((uint)i) < (uint)this.tokens.Length;
}
