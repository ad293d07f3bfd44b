using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals.Spelling;

/// <summary>
/// Reads by rules from left to right, all ways at once: what a set can spell at a place is found once and told to every rule
/// that waits for it there. The working lists are kept from number to number, one chart a thread.
/// </summary>
sealed class SpellingChart
{
    /// <summary>A text that takes more steps than this is no number anybody wrote; the longest spelled ones take half.</summary>
    const int MostSteps = 10_000;

    [ThreadStatic]
    static SpellingChart? mine;

    readonly SpelledText text = new();
    readonly List<State> agenda = [];

    /// <summary>By what they are about: a set at a place.</summary>
    readonly Chained<State> waiting = new();
    readonly Chained<Part> parts = new();
    readonly HashSet<Part> known = [];
    readonly HashSet<State> waited = [];
    readonly HashSet<(int Set, int Place)> asked = [];
    SpellingGrammar grammar = null!;

    public static SpellingChart Mine => mine ??= new();

    public bool TryRead(SpellingGrammar rules, in Sentence s, int at, int set, out long value, out int next)
    {
        grammar = rules;
        text.Start(at);
        agenda.Clear();
        waiting.Clear();
        parts.Clear();
        known.Clear();
        waited.Clear();
        asked.Clear();
        Ask(s, set, 0);
        for (var step = 0; agenda.Count > 0 && step < MostSteps; step++)
        {
            var state = agenda[^1];
            agenda.RemoveAt(agenda.Count - 1);
            Advance(s, state);
        }
        return Longest(s, set, out value, out next);
    }

    /// <summary>The longest reading. One that only its scale word would go on from ("two million and three | million") is left for a shorter one where there is any.</summary>
    bool Longest(in Sentence s, int set, out long value, out int next)
    {
        value = 0;
        next = 0;
        var cut = (Value: 0L, Next: 0);
        for (var i = parts.First((set, 0)); i >= 0; i = parts.After(i))
        {
            var part = parts[i];
            if (!part.Value.IsOne) continue;
            var token = text.NextToken(part.To);
            if (IsCut(s, token, part.Value.Low))
            {
                if (token > cut.Next) cut = (part.Value.Low, token);
            }
            else if (token > next || (token == next && part.Value.Low < value)) (value, next) = (part.Value.Low, token);
        }
        if (next == 0) (value, next) = cut;
        return next > 0;
    }

    /// <summary>A scale follows that is no larger than what was read, so that it belongs to the last part alone.</summary>
    static bool IsCut(in Sentence s, int next, long value) => value > 1000 && next > 0 && s.Match(next, Role.Scale, out _) is { } scale && value > scale.Value && value % 1000 > 0;

    /// <summary>Begins all rules of a set at a place.</summary>
    void Ask(in Sentence s, int set, int place)
    {
        if (!asked.Add((set, place))) return;
        foreach (var rule in grammar.Led(set)) Push(s, new(rule, 0, place, place, Values.Absent, Values.Absent, Values.Absent));
        var letter = OverBreak(s, place);
        if (!text.Has(s, grammar, letter)) return;
        foreach (var rule in grammar.Lettered(set, text[letter])) Push(s, new(rule, 0, place, place, Values.Absent, Values.Absent, Values.Absent));
    }

    /// <summary>Passes over the letters of a rule; what they do not match is dropped, the rest waits for its turn.</summary>
    void Push(in Sentence s, State state)
    {
        var elements = state.Rule.Elements;
        var (next, place) = (state.Element, state.Place);
        for (; next < elements.Length; next++)
        {
            if (elements[next].Text is { } letters)
            {
                place = OverBreak(s, place);
                if (!Matches(s, letters, ref place)) return;
            }
            else if (elements[next].Kind != ElementKind.Comma) break;
            else if (text.Has(s, grammar, place) && text[place] == ',') place++;
        }
        agenda.Add(state with { Element = next, Place = place });
    }

    /// <summary>Ends a rule, or asks for the set that it goes on with.</summary>
    void Advance(in Sentence s, State state)
    {
        if (state.Element == state.Rule.Elements.Length)
        {
            Complete(s, state);
            return;
        }
        if (!waited.Add(state)) return;
        var set = state.Rule.Elements[state.Element].Set;
        waiting.Add((set, state.Place), state);
        Ask(s, set, state.Place);
        for (var i = parts.First((set, state.Place)); i >= 0; i = parts.After(i)) Take(s, state, parts[i]);
    }

    void Complete(in Sentence s, in State state)
    {
        var value = state.Rule.Made(state.Quotient, state.Remainder, state.Same);
        if (value.IsEmpty) return;
        var part = new Part(state.Rule.Set, state.From, state.Place, value);
        if (!known.Add(part)) return;
        parts.Add((part.Set, part.From), part);
        for (var i = waiting.First((part.Set, part.From)); i >= 0; i = waiting.After(i)) Take(s, waiting[i], part);
    }

    /// <summary>Goes on with a rule after a part that it waited for, where the part agrees with what the rule has already.</summary>
    void Take(in Sentence s, in State state, in Part part)
    {
        var next = state with { Element = state.Element + 1, Place = part.To };
        switch (state.Rule.Elements[state.Element].Kind)
        {
            case ElementKind.Quotient:
                next = next with { Quotient = part.Value.Within(state.Quotient.IsAbsent ? state.Rule.Quotients : state.Quotient) };
                break;
            case ElementKind.Remainder:
                next = next with { Remainder = part.Value.Within(state.Remainder.IsAbsent ? state.Rule.Remainders : state.Remainder) };
                break;
            default:
                next = next with { Same = part.Value.Within(state.Same.IsAbsent ? new(state.Rule.Base, state.Rule.Last) : state.Same) };
                break;
        }
        if (!next.Quotient.IsEmpty && !next.Remainder.IsEmpty && !next.Same.IsEmpty) Push(s, next);
    }

    bool Matches(in Sentence s, string letters, ref int place)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (!text.Has(s, grammar, place + i) || text[place + i] != letters[i]) return false;
        }
        place += letters.Length;
        return true;
    }

    int OverBreak(in Sentence s, int place) => text.Has(s, grammar, place) && text[place] == ' ' ? place + 1 : place;

    readonly record struct State(SpellingRule Rule, int Element, int From, int Place, Values Quotient, Values Remainder, Values Same);

    readonly record struct Part(int Set, int From, int To, Values Value);
}
