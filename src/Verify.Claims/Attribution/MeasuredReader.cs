using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Finds what a figure that counts nothing is a measure of, where the words right before it say so.</summary>
static class MeasuredReader
{
    const int Reach = 8;
    const int BracketReach = 16;
    const string Comparisons = "<>≤≥⩽⩾~≈∼";

    /// <summary>"a speed <u>of</u> 20 km/h", "output (5 MW)", "x = 0.6", "Cost: $5"; empty where the subject of the clause must serve.</summary>
    public static Stretch Read(in Sentence s, in Draft figure, Outline outline, int floor)
    {
        if (Bracketed(s, figure, outline, floor) is var outer && !outer.IsEmpty) return outer;
        if (Dimension(s, figure, outline) is var sized && !sized.IsEmpty) return sized;
        if (OfCounted(s, figure) is var what && !what.IsEmpty) return what;
        if ((!figure.HasCounted || s.Language.DirectNouns) && Beside(s, figure, outline, floor) is var beside && !beside.IsEmpty) return beside;
        if (figure.HasCounted) return Group(s, figure, outline, floor);
        if (OfChange(s, figure) is var changed && !changed.IsEmpty) return changed;
        var at = figure.First;
        if (s.IsMark(at - 1, '=') || (s.IsMark(at, Comparisons) && IsSymbol(s, at - 1))) return Symbol(s, s.IsMark(at - 1, '=') ? at - 1 : at, outline, floor);
        if (Moved(s, at, outline, floor) is var moved && !moved.IsEmpty) return moved;
        if (s.IsMark(at - 1, "(:")) return Noun(s, at - 1, outline, floor);
        var link = s.MatchBefore(at, Role.RatioOf, floor, out var before) is { Detail: 1 } || s.MatchBefore(at, Role.MeasureLink, floor, out before) is not null;
        // "a total of 200 million" is of the clause's subject.
        if (link && s.MatchBefore(at, Role.Total, floor, out _) is not null) return default;
        if (link) return outline.IsInQuantity(before - 1) ? default : PhraseChain.Before(s, outline, before, floor, false);
        return Tied(s, figure, outline, floor);
    }

    /// <summary>"the losers were <u>Palmer</u>, down 3 points": a name that a comma ends, and its change.</summary>
    static Stretch Moved(in Sentence s, int first, Outline outline, int floor) =>
        s.Is(first - 1, Role.ChangeVerb) && s.IsMark(first - 2, ',') && s.IsCapital(first - 3) ? Noun(s, first - 2, outline, floor) : default;

    /// <summary>"customers <u>with</u> more than $5", "levels <u>at</u> 20 °C": the phrase that a preposition ties the figure to.</summary>
    static Stretch Tied(in Sentence s, in Draft figure, Outline outline, int floor)
    {
        var at = figure.First - 1;
        if (s.Match(at, Role.NounStop, out _) is not { Detail: (byte)NounStop.Attaching } || !s.IsWord(at - 1)) return default;
        var phrase = PhraseChain.Before(s, outline, at, floor, false);
        return IsThing(s, phrase) ? phrase : default;
    }

    /// <summary>"<u>amplitudo</u> 15 mm", "a plate of <u>thickness</u> 3 mm": the noun right before the figure, where no verb stands between.</summary>
    static Stretch Beside(in Sentence s, in Draft figure, Outline outline, int floor)
    {
        if (!s.IsWord(figure.First - 1) || outline.IsInQuantity(figure.First - 1) || outline.IsPredicate(figure.First - 1)) return default;
        if (NounPhrases.Before(s, figure.First, floor).IsEmpty) return default;
        var phrase = PhraseChain.Before(s, outline, figure.First, floor, false);
        // "hukuman 2 tahun penjara dan denda Rp5 juta"
        if (outline.HoldsQuantity(phrase.First, phrase.Next)) phrase = NounPhrases.Before(s, figure.First, floor);
        // "berada di kisaran 5 persen": the place is not what has it.
        if (s.Match(phrase.First - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Attaching }) return default;
        // "er schuldet der Bank 5 Millionen": what stands behind its verb is its object.
        if (s.Language.VerbSecond && outline.IsPredicate(phrase.First - 1)) return default;
        return IsThing(s, phrase) && !s.Is(phrase.First - 1, Role.ChangeVerb) ? phrase : default;
    }

    /// <summary>No single word that may as well be an adverb: "impressive", "finally".</summary>
    static bool IsThing(in Sentence s, Stretch phrase) =>
        phrase.Next - phrase.First > 1 || s.Language.HeadEndings.Length == 0 || CountedNoun.IsHead(s, phrase.First) || s.IsCapital(phrase.First);

    /// <summary>"<u>the mice</u> (n = 12)", "<u>the drug</u> (20 mg)": what the brackets around the figure explain.</summary>
    static Stretch Bracketed(in Sentence s, in Draft figure, Outline outline, int floor)
    {
        for (var at = figure.First - 1; at > floor && figure.First - at < BracketReach && !s.IsMark(at, ')'); at--)
        {
            if (s.IsMark(at, '(')) return outline.IsInQuantity(at - 1) ? default : PhraseChain.Before(s, outline, at, floor, false);
        }
        return default;
    }

    /// <summary>"<u>a sample</u> of 30 rats"; "a total" is of the clause's subject.</summary>
    static Stretch Group(in Sentence s, in Draft figure, Outline outline, int floor)
    {
        if (s.MatchBefore(figure.First, Role.RatioOf, floor, out var of) is not { Detail: 1 } || s.MatchBefore(figure.First, Role.Total, floor, out _) is not null) return default;
        return outline.IsInQuantity(of - 1) ? default : PhraseChain.Before(s, outline, of, floor, false);
    }

    /// <summary>"a 20 m long <u>bridge</u>".</summary>
    static Stretch Dimension(in Sentence s, in Draft figure, Outline outline)
    {
        var at = figure.Next;
        if (!figure.HasUnit || outline.IsPredicate(figure.First - 1)) return default;
        if (s.IsMark(at, '-') && s.IsStuck(at)) at++;
        return s.Is(at, Role.Dimension) && !s.Is(at + 1, Role.NounStop) ? NounPhrases.After(s, at + 1) : default;
    }

    /// <summary>"the side length <u>L</u> = 1 m", "the cohort (<u>n</u> = 12)": a letter stands for what is named before it.</summary>
    static Stretch Symbol(in Sentence s, int next, Outline outline, int floor)
    {
        if (!IsSymbol(s, next - 1)) return Noun(s, next, outline, floor);
        var before = next - 1;
        if (s.IsMark(before - 1, "(,;")) before--;
        else if (s.MatchBefore(before, Role.RatioOf, floor, out var of) is { Detail: 1 }) before = of;
        return Noun(s, before, outline, floor) is var noun && !noun.IsEmpty ? noun : new(next - 1, next);
    }

    static bool IsSymbol(in Sentence s, int at) => s.IsWord(at) && s[at].Span.Length <= 2;

    /// <summary>"a 10 % increase <u>in the risk</u>".</summary>
    static Stretch OfChange(in Sentence s, in Draft figure)
    {
        if (!NounPhrases.IsOpener(s, figure.First - 1) || s.Match(figure.Next, Role.ChangeVerb, out var at) is null) return default;
        return Complement(s, at);
    }

    /// <summary>"a 10 % reduction <u>in fevers</u>": the change itself is what the figure counts.</summary>
    static Stretch OfCounted(in Sentence s, in Draft figure)
    {
        var noun = figure.Counted.Next - 1;
        return figure.HasCounted && (s.Is(noun, Role.ChangeNoun) || s.Is(noun, Role.ChangeVerb)) ? Complement(s, figure.Next) : default;
    }

    static Stretch Complement(in Sentence s, int at)
    {
        if (s.Match(at, Role.RatioOf, out var next) is not null) return NounPhrases.After(s, next);
        return s.Match(at, Role.NounStop, out next) is { Detail: (byte)NounStop.Attaching } ? NounPhrases.After(s, next) : default;
    }

    /// <summary>The last phrase before the figure, where its clause has no subject to name.</summary>
    public static Stretch Nearest(in Sentence s, in Draft figure, Outline outline, int floor)
    {
        for (var at = figure.First; at > floor && figure.First - at < Reach * s.Language.SignsPerWord; at--)
        {
            if (Noun(s, at, outline, floor) is var noun && !noun.IsEmpty) return IsThing(s, noun) ? noun : default;
        }
        return default;
    }

    /// <summary>The phrase before; none where another figure stands there ("8 miles (13 km)").</summary>
    static Stretch Noun(in Sentence s, int next, Outline outline, int floor) => outline.IsInQuantity(next - 1) ? default : NounPhrases.Before(s, next, floor);
}
