using Verify.Claims.Text;

namespace Verify.Claims.Numerals.Spelling;

/// <summary>
/// Reads by rules from left to right, all ways at once: what a set can spell at a place is found once and told to every rule
/// that waits for it there. The working lists are kept from number to number, one chart a thread.
/// </summary>
sealed class SpellingChart
{
    /// <summary>A text that can be read in more ways than this is no number anybody wrote.</summary>
    const int MostParts = 4000;

    [ThreadStatic]
    static SpellingChart? mine;

    readonly SpelledText text = new();
    readonly List<State> agenda = [];
    readonly List<State> waiting = [];
    readonly List<Part> parts = [];
    readonly HashSet<Part> known = [];
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
        asked.Clear();
        Ask(s, set, 0);
        while (agenda.Count > 0 && parts.Count < MostParts)
        {
            var state = agenda[^1];
            agenda.RemoveAt(agenda.Count - 1);
            Advance(s, state);
        }
        return Longest(set, out value, out next);
    }

    bool Longest(int set, out long value, out int next)
    {
        value = 0;
        next = 0;
        foreach (var part in parts)
        {
            if (part.Set != set || part.From != 0 || !part.Value.IsOne) continue;
            var token = text.NextToken(part.To);
            if (token > next || (token == next && part.Value.Low < value)) (value, next) = (part.Value.Low, token);
        }
        return next > 0;
    }

    /// <summary>Begins all rules of a set at a place.</summary>
    void Ask(in Sentence s, int set, int place)
    {
        if (!asked.Add((set, place))) return;
        foreach (var rule in grammar.Led(set)) agenda.Add(new(rule, 0, place, place, Values.Absent, Values.Absent, Values.Absent));
        var letter = OverBreak(s, place);
        if (!text.Has(s, grammar, letter)) return;
        foreach (var rule in grammar.Lettered(set, text[letter])) agenda.Add(new(rule, 0, place, place, Values.Absent, Values.Absent, Values.Absent));
    }

    void Advance(in Sentence s, State state)
    {
        if (state.Element == state.Rule.Elements.Length)
        {
            Complete(state);
            return;
        }
        ref readonly var element = ref state.Rule.Elements[state.Element];
        if (element.Kind == ElementKind.Comma)
        {
            var comma = text.Has(s, grammar, state.Place) && text[state.Place] == ',';
            agenda.Add(state with { Element = state.Element + 1, Place = comma ? state.Place + 1 : state.Place });
        }
        else if (element.Text is { } letters)
        {
            var place = OverBreak(s, state.Place);
            if (Matches(s, letters, ref place)) agenda.Add(state with { Element = state.Element + 1, Place = place });
        }
        else
        {
            waiting.Add(state);
            Ask(s, element.Set, state.Place);
            for (var i = 0; i < parts.Count; i++)
            {
                if (parts[i].Set == element.Set && parts[i].From == state.Place) Take(state, parts[i]);
            }
        }
    }

    void Complete(in State state)
    {
        var value = state.Rule.Made(state.Quotient, state.Remainder, state.Same);
        if (value.IsEmpty) return;
        var part = new Part(state.Rule.Set, state.From, state.Place, value);
        if (!known.Add(part)) return;
        parts.Add(part);
        for (var i = 0; i < waiting.Count; i++)
        {
            var other = waiting[i];
            if (other.Place == part.From && other.Rule.Elements[other.Element].Set == part.Set) Take(other, part);
        }
    }

    /// <summary>Goes on with a rule after a part that it waited for, where the part agrees with what the rule has already.</summary>
    void Take(in State state, in Part part)
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
        if (!next.Quotient.IsEmpty && !next.Remainder.IsEmpty && !next.Same.IsEmpty) agenda.Add(next);
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
