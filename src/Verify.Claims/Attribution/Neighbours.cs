using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>
/// Looks for the speaker outside the sentence: after a quotation that runs over several sentences, before it, and, for "katanya"
/// and "she", at whoever was last named. Every look is bounded.
/// </summary>
sealed class Neighbours : IDisposable
{
    const int Back = 1200;

    /// <summary>An attribution that follows a quotation has its cue among its first tokens.</summary>
    const int ClosingReach = 14;

    /// <summary>How far after the closing mark the first of those tokens may begin and end, in code units.</summary>
    const int ClosingGap = 100;

    /// <summary>A titled person that a sentence opens with stands among its first tokens.</summary>
    const int TitleReach = 12;

    static readonly Roles Closing = Roles.Of(Role.SpeechTag, Role.SpeechOwn, Role.NounStop, Role.SpeechTitle);

    readonly Pooled<Token> tokens = new();
    readonly Pooled<Stretch> times = new();
    readonly Pooled<Saying> sayings = new();
    readonly Outline outline = new();

    int quoted = -1, antecedentOf = -1;
    Attributed quoter;
    Excerpt? antecedent;

    /// <summary>The attribution of a quotation whose sentence has none of its own; looked for once a quotation.</summary>
    public Attributed Of(in Sentence s, in Quotation quotation)
    {
        if (quoted != quotation.Open)
        {
            quoter = Find(s, quotation);
            quoted = quotation.Open;
        }
        return quoter;
    }

    Attributed Find(in Sentence s, in Quotation quotation)
    {
        if (After(s, quotation) is { Cue: not null } after) return after;
        var open = quotation.Open;
        var line = LineStart(s.Text, open);
        if (Preceding(s, line, open, quotation.Sure) is { Cue: not null } before) return before;
        if (!quotation.Sure) return default;
        // A paragraph that is a quotation and nothing else goes on with the paragraph before it.
        var alone = s.Text[line..open].Trim().IsEmpty;
        return alone ? Preceding(s, LineStart(s.Text, EndBefore(s.Text, line)), line, true) : default;
    }

    /// <summary>The last speaker named before the sentence.</summary>
    Excerpt? Antecedent(in Sentence s)
    {
        if (antecedentOf != s.Place.Start)
        {
            antecedent = Named(s, Math.Max(0, s.Place.Start - Back), s.Place.Start);
            antecedentOf = s.Place.Start;
        }
        return antecedent;
    }

    public void Dispose()
    {
        tokens.Dispose();
        times.Dispose();
        sayings.Dispose();
        outline.Dispose();
    }

    /// <summary>"… .” Next,” kata X": words of saying follow the closing mark.</summary>
    Attributed After(in Sentence around, in Quotation quotation)
    {
        var text = around.Text;
        var mark = quotation.Inside.End;
        var behind = mark + Quotation.LengthOf(text, mark);
        if (!Lexer.Next(text, behind, Math.Min(text.Length, behind + ClosingGap), out var word) || text[mark..word.Start].ContainsAny('\n', '\r')) return default;
        var ended = mark > 0 && text[mark - 1] is '.';
        var starts = around.Language.Lexicon.Starts(around.Language.Lexicon.Find(word.Span.Of(text)));
        if (ended && !starts.Overlaps(Closing)) return default;
        if (!starts.Overlaps(Closing) && !char.IsUpper(text[word.Start])) return default;
        var s = Reading(around, new(mark, SentenceEnds.Find(text, behind, around.Language)), out var found);
        foreach (var saying in found)
        {
            if (saying.Cue.First > ClosingReach || HoldsMark(s, 2, saying.Cue.First)) break;
            if (saying.Content.First > 0) continue;
            return Completed(around, Attributed.Of(s, saying));
        }
        return default;
    }

    static bool HoldsMark(in Sentence s, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (s.IsMark(i, "“”«»\"") || (s.IsMark(i, '\'') && s.IsMark(i + 1, '\'') && s.IsStuck(i + 1))) return true;
        }
        return false;
    }

    /// <summary>The attribution that leads to a place; where the mark there surely opens, also that of the sentence before.</summary>
    Attributed Preceding(in Sentence around, int floor, int end, bool sure)
    {
        var at = Math.Max(floor, end - Back);
        Attributed last = default, previous = default;
        while (at < end)
        {
            var stop = Math.Clamp(SentenceEnds.Find(around.Text, at, around.Language), at + 1, end);
            if (around.Text[at..stop].ContainsAnyExcept(" \t\n\r\"“'"))
            {
                previous = last;
                var s = Reading(around, new(at, stop), out var found);
                var leads = found.Length > 0 && (stop == end ? found[^1].Zone.Next >= s.Count - 1 || sure : sure && found[^1].Content.First == 0);
                last = leads ? Attributed.Of(s, found[^1]) : default;
            }
            at = stop;
        }
        return Completed(around, last.Cue is not null || !sure ? last : previous);
    }

    /// <summary>A quotation closed by "katanya" is said by whoever was named before it.</summary>
    public Attributed Completed(in Sentence around, Attributed found) =>
        found.Cue is null ? default
        : found.Speaker is not { } speaker ? found with { Speaker = Antecedent(around) }
        : IsPronoun(around, speaker) ? found with { Named = Antecedent(around) }
        : found;

    /// <summary>True for "ia", "she".</summary>
    public static bool IsPronoun(in Sentence s, Excerpt speaker) =>
        s.Language.Lexicon.Starts(s.Language.Lexicon.Find(s.Of(speaker))).Has(Role.SpeechPronoun);

    /// <summary>The last of the speakers, and of the titled persons that a sentence opens with, in a piece of the text.</summary>
    Excerpt? Named(in Sentence around, int from, int to)
    {
        Excerpt? named = null;
        for (var at = from; at < to;)
        {
            var end = Math.Clamp(SentenceEnds.Find(around.Text, at, around.Language), at + 1, to);
            var s = Reading(around, new(at, end), out var found);
            if (Titled(s) is { } titled) named = titled;
            foreach (var saying in found)
            {
                if (IsNamed(s, saying.Speaker) && !s.Holds(Role.SpeechDocument, saying.Speaker.First, saying.Speaker.Next)) named = Attributed.Of(s, saying).Speaker;
            }
            at = end;
        }
        return named;
    }

    /// <summary>"<u>Ketua RT Siti Aminah</u> menyambut …", also after an adverbial and its comma.</summary>
    static Excerpt? Titled(in Sentence s)
    {
        var first = 0;
        while (first < Math.Min(s.Count, TitleReach) && !(s.Is(first, Role.SpeechTitle) && (first == 0 || !s.IsWord(first - 1)))) first++;
        if (!s.Is(first, Role.SpeechTitle)) return Acting(s);
        var phrase = SpeakerReader.After(s, first);
        return phrase.Next - phrase.First > 1 && IsNamed(s, new(phrase.Next - 1, phrase.Next)) ? s.Between(phrase.First, phrase.Next) : null;
    }

    /// <summary>"<u>Siti Aminah</u> opened …": a name of two words or more as the subject of a sentence.</summary>
    static Excerpt? Acting(in Sentence s)
    {
        var phrase = SpeakerReader.After(s, 0);
        return phrase.Next - phrase.First > 1 && SpeakerPhrase.IsName(s, phrase) && Verbs.Is(s, phrase.Next) ? s.Between(phrase.First, phrase.Next) : null;
    }

    Sentence Reading(in Sentence around, Excerpt place, out ReadOnlySpan<Saying> found)
    {
        Lexer.Read(around.Text, place, around.Language.Lexicon, tokens);
        TimeReader.Read(new(around.Text, place, tokens.Items, around.Language), times);
        foreach (var time in times.Items) TimeMarks.Set(tokens, time);
        var s = new Sentence(around.Text, place, tokens.Items, around.Language);
        outline.Read(s, []);
        SayingReader.Read(s, outline, sayings);
        found = sayings.Items;
        return s;
    }

    static bool IsNamed(in Sentence s, Stretch speaker)
    {
        for (var i = speaker.First; i < speaker.Next; i++)
        {
            if (s.IsCapital(i) && s.Match(i, Role.NounStop, out _) is null) return true;
        }
        return false;
    }

    /// <summary>The start of the line, or <see cref="Back"/> before the place on a longer one.</summary>
    static int LineStart(ReadOnlySpan<char> text, int at)
    {
        var floor = Math.Max(0, at - Back);
        return floor + text[floor..at].LastIndexOfAny('\n', '\r') + 1;
    }

    /// <summary>The end of what stands before a line, white space trimmed.</summary>
    static int EndBefore(ReadOnlySpan<char> text, int line)
    {
        var floor = Math.Max(0, line - Back);
        return floor + text[floor..line].TrimEnd().Length;
    }
}
