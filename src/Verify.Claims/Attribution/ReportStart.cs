using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>How the words after a cue go on.</summary>
enum ReportKind
{
    /// <summary>With what is said.</summary>
    Report,

    /// <summary>With a comma, which may open the report or close the attribution.</summary>
    Comma,

    /// <summary>Not at all: the report stands before the cue.</summary>
    Nothing,
}

/// <summary>Where the report begins after a cue: past its hearers, its time and place, and "bahwa".</summary>
/// <param name="Next">The report's first token, or the first after the attribution.</param>
readonly record struct ReportStart(ReportKind Kind, int Next)
{
    /// <summary>How far hearers, time and place may reach, in tokens.</summary>
    const int Reach = 25;

    static readonly Roles Parts = Roles.Of(Role.NounStop, Role.That);

    /// <param name="hears">The cue names its hearer next: "told".</param>
    public static ReportStart Read(in Sentence s, int at, bool hears, Outline outline)
    {
        var end = Math.Min(s.Count, at + Reach * s.Language.SignsPerWord);
        var i = hears ? OverHearer(s, at, end, outline) : at;
        while (i < end)
        {
            if (s.Match(i, Role.That, out var that) is not null) return new(ReportKind.Report, that);
            if (Quotes.Opens(s, i) || s.IsMark(i, ':')) return new(ReportKind.Report, i + 1);
            if (s.IsMark(i, ','))
            {
                var resumed = OverAside(s, i + 1, end, outline);
                if (resumed < 0) return new(ReportKind.Comma, i);
                i = resumed;
            }
            else if (s[i].Kind == TokenKind.Time) i++;
            else if (s.IsMark(i, ".!?;)–—…\"”'’»")) return new(ReportKind.Nothing, i);
            else if (!IsAdverbial(s, i)) return new(ReportKind.Report, i);
            else if (OverAdverbial(s, i, end, outline, out var after)) i = after;
            else return new(ReportKind.Report, after);
        }
        return new(i >= s.Count ? ReportKind.Nothing : ReportKind.Report, Math.Min(i, s.Count));
    }

    /// <summary>"told <u>the daily paper</u> that": to the first word that can open the report.</summary>
    static int OverHearer(in Sentence s, int at, int end, Outline outline)
    {
        if (s.Match(at, Role.NounStop, out var pronoun) is { Detail: (byte)NounStop.Pronoun }) return pronoun;
        // "warned <u>in its annual report</u> that" names no hearer.
        if (IsAdverbial(s, at)) return at;
        var i = NounPhrases.OverOpener(s, at);
        while (i < end && (s.IsWord(i) || s.IsMark(i, "-.'’&")) && !s.Is(i, Role.That) && !outline.OpensQuantity(i))
        {
            if (s.MayStart(i, Parts) && i > at && !NounPhrases.IsPartitive(s, i)) break;
            i++;
        }
        return i;
    }

    static bool IsAdverbial(in Sentence s, int at) =>
        s.Is(at, Role.SpeechBetween) || s.Match(at, Role.NounStop, out _) is { Detail: (byte)NounStop.Outside or (byte)NounStop.Attaching };

    /// <summary>
    /// Past "in a statement", "kepada wartawan". False where the phrase belongs to the report ("said on average workers earn"):
    /// then <paramref name="next"/> is where the report begins.
    /// </summary>
    static bool OverAdverbial(in Sentence s, int at, int end, Outline outline, out int next)
    {
        next = at + 1;
        var nouns = 0;
        for (; next < end; next++)
        {
            if (s[next].Kind == TokenKind.Time || s.Is(next, Role.That) || Quotes.Opens(s, next) || (s[next].Kind == TokenKind.Mark && !s.IsMark(next, "-'’&."))) return true;
            if (s.IsMark(next, '.') && next + 1 >= s.Count) return true;
            if (outline.OpensQuantity(next) || s.IsDigits(next)) break;
            if (s.Match(next, Role.NounStop, out var over) is { } stop)
            {
                if (IsAdverbial(s, next)) return true;
                // "said in a statement <u>the</u> firm", "said at the time <u>he</u>"
                if (nouns > 0 && (NounStop)stop.Detail != NounStop.Closer && !NounPhrases.IsPartitive(s, next - 1)) return false;
                if ((NounStop)stop.Detail == NounStop.Pronoun) return true;
                next = over - 1;
                continue;
            }
            // "in its annual <u>report</u> that": a noun here, though "they report that" has a verb.
            var document = s.Is(next, Role.SpeechDocument) && s.Is(next + 1, Role.That);
            if (!document && (Verbs.Is(s, next) || s.Is(next, Role.Modal))) break;
            nouns++;
        }
        if (next >= end) return true;
        next = at;
        return false;
    }

    /// <summary>After a comma: to the comma or "bahwa" that closes a time, a place or hearers; -1 where the report itself follows.</summary>
    static int OverAside(in Sentence s, int at, int end, Outline outline)
    {
        if (s.Is(at, Role.That)) return at;
        if (s[at].Kind != TokenKind.Time && !IsAdverbial(s, at)) return -1;
        for (var i = at; i < end; i++)
        {
            if (s.IsMark(i, ",:") || s.Is(i, Role.That)) return i;
            if (outline.IsPredicate(i) || outline.OpensQuantity(i) || Quotes.Opens(s, i) || s.IsMark(i, ".;")) return -1;
        }
        return -1;
    }
}
