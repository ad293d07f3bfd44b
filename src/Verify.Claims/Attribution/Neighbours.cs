using System.Buffers;
using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>
/// Looks for the speaker outside the sentence: at the end of a quotation that runs over several sentences, in the sentence
/// before a quotation that goes on, and, for "katanya", at whoever was last named. Every look is bounded.
/// </summary>
sealed class Neighbours : IDisposable
{
    const int Ahead = 1600;
    const int Back = 1200;

    static readonly Roles Closing = Roles.Of(Role.SpeechTag, Role.SpeechOwn, Role.NounStop);
    static readonly SearchValues<char> Marks = SearchValues.Create("“”\"«»\n\r");

    readonly Pooled<Token> tokens = new();
    readonly Pooled<Saying> sayings = new();
    readonly Outline nothing = new();

    /// <summary>The attribution of a sentence that has none of its own, if it stands inside a quotation.</summary>
    public Attributed OfQuotation(in Sentence s)
    {
        if (FindClosing(s.Text, s.Place.End, s.Language, out var closing)) return Last(s, closing, false);
        return s.Count > 0 && Quotes.Opens(s, 0) && Before(s, LineStart(s.Text, s.Place.Start)) is { Cue: not null } before ? before : default;
    }

    /// <summary>The last speaker named before the sentence.</summary>
    public Excerpt? Antecedent(in Sentence s) => Before(s, 0).Speaker;

    public void Dispose()
    {
        tokens.Dispose();
        sayings.Dispose();
        nothing.Dispose();
    }

    /// <summary>
    /// The first quotation mark ahead closes this sentence's quotation when words of saying follow it: "… .” Next," kata X.
    /// </summary>
    static bool FindClosing(ReadOnlySpan<char> text, int from, Language language, out Excerpt closing)
    {
        closing = default;
        var limit = Math.Min(text.Length, from + Ahead);
        var found = text[from..limit].IndexOfAny(Marks);
        if (found < 0) return false;
        var mark = from + found;
        if (text[mark] is '\n' or '\r' || mark == 0 || char.IsWhiteSpace(text[mark - 1]) || !Lexer.Next(text, mark + 1, text.Length, out var word)) return false;
        var starts = language.Lexicon.Starts(language.Lexicon.Find(word.Span.Of(text)));
        if (!starts.Overlaps(Closing) && !char.IsUpper(text[word.Start])) return false;
        closing = new(mark, SentenceEnds.Find(text, mark + 1, language));
        return true;
    }

    /// <summary>The last attribution that names its speaker in the sentences before, from a place on.</summary>
    Attributed Before(in Sentence s, int floor)
    {
        var found = default(Attributed);
        var at = Math.Max(floor, s.Place.Start - Back);
        while (at < s.Place.Start)
        {
            var end = Math.Min(SentenceEnds.Find(s.Text, at, s.Language), s.Place.Start);
            if (end <= at) end = at + 1;
            if (Last(s, new(at, end), true) is { Speaker: not null } named) found = named;
            at = end;
        }
        return found;
    }

    Attributed Last(in Sentence around, Excerpt place, bool named)
    {
        Lexer.Read(around.Text, place, around.Language.Lexicon, tokens);
        var s = new Sentence(around.Text, place, tokens.Items, around.Language);
        SayingReader.Read(s, nothing, sayings);
        for (var i = sayings.Count - 1; i >= 0; i--)
        {
            var saying = sayings[i];
            if (!named || IsNamed(s, saying.Speaker)) return Completed(around, Attributed.Of(s, saying), named);
        }
        return default;
    }

    /// <summary>A quotation closed by "katanya" is said by whoever was named before it.</summary>
    Attributed Completed(in Sentence around, Attributed found, bool named) => found.Speaker is null && !named ? found with { Speaker = Antecedent(around) } : found;

    static bool IsNamed(in Sentence s, Stretch speaker)
    {
        for (var i = speaker.First; i < speaker.Next; i++)
        {
            if (s.IsCapital(i) && s.Match(i, Role.NounStop, out _) is null) return true;
        }
        return false;
    }

    static int LineStart(ReadOnlySpan<char> text, int at) => text[..at].LastIndexOfAny('\n', '\r') + 1;
}
