using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>
/// Looks for the speaker outside the sentence: after a quotation that runs over several sentences, and before it. Every look is bounded.
/// </summary>
sealed class Neighbours : IDisposable
{
    const int Back = Antecedents.Back;

    /// <summary>An attribution that follows a quotation has its cue among its first tokens.</summary>
    const int ClosingReach = 14;

    /// <summary>How far after the closing mark the first of those tokens may begin and end, in code units.</summary>
    const int ClosingGap = 100;

    static readonly Roles Closing = Roles.Of(Role.SpeechTag, Role.SpeechOwn, Role.NounStop, Role.SpeechTitle);

    static readonly Roles Pronouns = Roles.Of(Role.SpeechPronoun, Role.SpeechOwner);

    readonly SideReader side = new();
    readonly Antecedents antecedents;

    int quoted = -1;
    Attributed quoter;

    public Neighbours() => antecedents = new(side);

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

    public void Dispose() => side.Dispose();

    /// <summary>"… .” Next,” kata X": words of saying follow the closing mark.</summary>
    Attributed After(in Sentence around, in Quotation quotation)
    {
        var text = around.Text;
        var mark = quotation.Inside.End;
        var behind = mark + Quotation.LengthOf(text, mark);
        if (!Lexer.Next(text, behind, Math.Min(text.Length, behind + ClosingGap), out var word) || text[mark..word.Start].ContainsAny('\n', '\r')) return default;
        var ended = mark > 0 && text[mark - 1] is '.';
        var starts = around.Language.Lexicon.Starts(around.Language.Lexicon.Find(word.Span.Of(text)));
        var opens = starts.Overlaps(Closing);
        if (!opens && !char.IsUpper(text[word.Start])) return default;
        var s = side.Read(around, new(mark, SentenceEnds.Find(text, behind, around.Language)), out var found);
        foreach (var saying in found)
        {
            if (saying.Cue.First > ClosingReach || HoldsMark(s, 2, saying.Cue.First)) break;
            if (saying.Content.First > 0) continue;
            // "… .” Siti Aminah said.": behind a sentence that has ended, a name attributes only where it says nothing else.
            if (ended && !opens && SaysMore(s, saying)) continue;
            return Completed(around, Attributed.Of(s, saying));
        }
        return default;
    }

    static bool SaysMore(in Sentence s, in Saying saying)
    {
        for (var i = Math.Max(saying.Cue.Next, saying.Speaker.Next); i < s.Count; i++)
        {
            if (s[i].Kind is not (TokenKind.Time or TokenKind.Mark) && s[i + 1].Kind != TokenKind.Time) return true;
        }
        return false;
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
        Attributed latest = default, previous = default;
        while (at < end)
        {
            var stop = Math.Clamp(SentenceEnds.Find(around.Text, at, around.Language), at + 1, end);
            if (around.Text[at..stop].ContainsAnyExcept(" \t\n\r\"“'"))
            {
                previous = latest;
                var s = side.Read(around, new(at, stop), out var found);
                // "X reported after the vote:" leads to the next paragraph, whatever stands before its colon.
                var last = stop == end || around.Text[stop..end].Trim().IsEmpty;
                var leads = found.Length > 0 && ((last && (found[^1].Zone.Next >= s.Count - 1 || s.IsMark(s.Count - 1, ':'))) || (sure && (stop == end || found[^1].Content.First == 0)));
                latest = leads ? Attributed.Of(s, found[^1]) : default;
            }
            at = stop;
        }
        return Completed(around, latest.Cue is not null || !sure ? latest : previous);
    }

    /// <summary>A quotation closed by "katanya" is said by whoever was named before it.</summary>
    public Attributed Completed(in Sentence around, Attributed found) =>
        found.Cue is null ? default
        : found.Speaker is not { } speaker ? found with { Speaker = antecedents.Of(around) }
        : found.Named is null && IsPronoun(around, speaker) ? found with { Named = antecedents.Of(around) }
        : found;

    /// <summary>True for "ia", "she", and for "her" before a plan.</summary>
    public static bool IsPronoun(in Sentence s, Excerpt speaker) =>
        s.Language.Lexicon.Starts(s.Language.Lexicon.Find(s.Of(speaker))).Overlaps(Pronouns);

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
