using Verify.Claims.Languages;
using Verify.Claims.Numerals;

namespace Verify.Claims.Text;

/// <summary>
/// One sentence, cut into tokens, in front of its language. Positions are token indexes; any index may be asked for,
/// and outside the sentence there is an empty token that matches nothing.
/// </summary>
readonly ref struct Sentence(ReadOnlySpan<char> text, Excerpt place, ReadOnlySpan<Token> tokens, Language language)
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

    /// <summary>A cheap necessary test: some phrase of one of the roles begins with this word.</summary>
    public bool MayStart(int i, Roles roles) => Has(i) && this.tokens[i].Starts.Overlaps(roles);

    public bool MayStart(int i, Role role) => Has(i) && this.tokens[i].Starts.Has(role);

    public bool Is(int i, Role role) => Match(i, role, out _) is not null;

    /// <summary>True when a number of the language's spelling rules begins here.</summary>
    public bool IsSpelled(int i) => MayStart(i, Role.Spelled) && NumberWords.Spelled(this, i, out _, out _);

    /// <summary>True when a phrase of one of the roles begins here.</summary>
    public bool Is(int i, Roles roles)
    {
        if (!MayStart(i, roles)) return false;
        foreach (var phrase in Language.Lexicon.Phrases(this.tokens[i].Word))
        {
            if (roles.Has(phrase.Role) && this.tokens[i].Starts.Has(phrase.Role) && Fits(i, phrase)) return true;
        }
        return roles.Has(Role.Spelled) && IsSpelled(i);
    }

    /// <summary>True when a phrase of the role begins at one of the tokens.</summary>
    public bool Holds(Role role, int from, int to)
    {
        if (!starts.Has(role)) return false;
        for (var i = Math.Max(0, from); i < to; i++)
        {
            if (Is(i, role)) return true;
        }
        return false;
    }

    /// <summary>The longest phrase of the role that begins here; null when there is none.</summary>
    public Phrase? Match(int i, Role role, out int next)
    {
        next = i;
        return MayStart(i, role) ? LongestAt(i, role, ref next) : null;
    }

    /// <summary>The longest phrase of the role and the kind that begins here.</summary>
    public Phrase? Match(int i, Role role, byte detail, out int next)
    {
        next = i;
        if (!MayStart(i, role)) return null;
        foreach (var phrase in Language.Lexicon.Phrases(this.tokens[i].Word))
        {
            if (phrase.Role != role || phrase.Detail != detail || !Fits(i, phrase)) continue;
            next = i + phrase.Length;
            return phrase;
        }
        return null;
    }

    /// <summary>The longest phrase of the role that ends just before <paramref name="next"/>, not reaching back beyond <paramref name="floor"/>.</summary>
    public Phrase? MatchBefore(int next, Role role, int floor, out int first)
    {
        first = next;
        if (!starts.Has(role)) return null;
        for (first = Math.Max(Math.Max(0, floor), next - Language.Lexicon.Longest(role)); first < next && next <= Count; first++)
        {
            if (!MayStart(first, role)) continue;
            foreach (var phrase in Language.Lexicon.Phrases(this.tokens[first].Word))
            {
                if (phrase.Role == role && first + phrase.Length == next && Fits(first, phrase)) return phrase;
            }
        }
        first = next;
        return null;
    }

    Phrase? LongestAt(int i, Role role, ref int next)
    {
        foreach (var phrase in Language.Lexicon.Phrases(this.tokens[i].Word))
        {
            if (phrase.Role != role || !Fits(i, phrase)) continue;
            next = i + phrase.Length;
            return phrase;
        }
        return null;
    }

    static Roles StartsOf(ReadOnlySpan<Token> tokens)
    {
        var all = default(Roles);
        foreach (ref readonly var token in tokens) all |= token.Starts;
        return all;
    }

    bool Has(int i) => unchecked((uint)i) < (uint)this.tokens.Length;

    /// <summary>A later sign of a longer word of that kind.</summary>
    public bool IsInside(int i, WordPart part) => Has(i) && this.tokens[i].Inside == part;

    /// <summary>True when the text has the words of the phrase from a token on.</summary>
    public bool Fits(int at, Phrase phrase)
    {
        if (at + phrase.Length > Count) return false;
        for (var i = 1; i < phrase.Words.Length; i++)
        {
            if (this.tokens[at + i].Word != phrase.Words[i] || (phrase.Stuck[i] && !IsStuck(at + i))) return false;
        }
        return (phrase.Edges == Edges.None || EndsWords(at, phrase)) && (!phrase.Exact || AsWritten(at, phrase));
    }

    bool EndsWords(int at, Phrase phrase)
    {
        if ((phrase.Edges & Edges.Opening) != 0 && IsWord(at - 1) && IsStuck(at)) return false;
        return (phrase.Edges & Edges.Closing) == 0 || !IsWord(at + phrase.Length) || !IsStuck(at + phrase.Length);
    }

    /// <summary>"<u>Nach</u> Angaben": a small letter that the beginning of a sentence made a capital.</summary>
    static bool Opens(ReadOnlySpan<char> word, string phrase) =>
        word.Length > 1 && word.Length == phrase.Length && char.IsLower(phrase[0]) && char.ToLowerInvariant(word[0]) == phrase[0] && word[1..].SequenceEqual(phrase.AsSpan(1));

    bool AsWritten(int at, Phrase phrase)
    {
        for (var i = 0; i < phrase.Text.Length; i++)
        {
            var word = Of(at + i);
            if (word.SequenceEqual(phrase.Text[i])) continue;
            if (i == 0 && phrase.Role != Role.Unit && Opens(word, phrase.Text[i])) continue;
            if (word.Length < 2 || word.ContainsAnyInRange('a', 'z') || phrase.Role == Role.Unit) return false;
        }
        return true;
    }
}
