using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Reads how the number is qualified: "lebih dari 500", "500 lebih", "10 or more".</summary>
static class RelationReader
{
    /// <summary>What goes with <see cref="Role.RelationAfter"/> where it says that the number is met: "107<u>に等しい</u>". Zero is a phrase that says nothing.</summary>
    public const byte Exactly = 64;

    static readonly Roles Units = Roles.Of(Role.Unit, Role.Currency, Role.Percent);

    public static void Before(in Sentence s, int floor, ref Draft draft)
    {
        if (s.MatchBefore(draft.First, Role.RelationBefore, floor, out var first) is not { } relation) return;
        // "turun hingga 7 derajat", "упала на 15 % до 2": where it went, no bound.
        if ((Relation)relation.Detail == Relation.AtMost && (s.Is(first - 1, Role.ChangeVerb) || EndsChange(s, first))) return;
        // "lækkaði um 1,2": by how much, where the one word is "about" elsewhere.
        if (relation.Length == 1 && s.Is(first, Role.MeasureLink) && s.Is(first - 1, Role.ChangeVerb)) return;
        draft.Relation = (Relation)relation.Detail;
        draft.First = first;
        // "sekitar lebih dari 500": the inner word says how, the outer one only belongs to the place.
        if (s.MatchBefore(first, Role.RelationBefore, floor, out var outer) is not null) draft.First = outer;
    }

    /// <summary>A word that also leads to the end of a range, after a percentage and perhaps a dash.</summary>
    static bool EndsChange(in Sentence s, int at) => s.Is(at, Role.RangeTo) && (s.Is(at - 1, Role.Percent) || (s.IsMark(at - 1, ",—–-") && s.Is(at - 2, Role.Percent)));

    /// <summary>"$5 billion <u>over</u> ten years", "<u>Over</u> two decades, …": a span in which something comes about, and no bound of it.</summary>
    public static void During(in Sentence s, Pooled<Draft> before, ref Draft draft)
    {
        if (draft.Relation != Relation.More || !UnitReader.IsDuration(draft.Code) || s.Match(draft.First, Role.During, out var next) is null || next != draft.Number.First) return;
        var opens = draft.First == 0 && s.IsMark(draft.Next, ',');
        if (!opens && (before.Count == 0 || !IsReachedFrom(s, before[before.Count - 1].Next, draft.First))) return;
        draft.Relation = Relation.Equal;
        draft.First = draft.Number.First;
    }

    /// <summary>No predicate stands between, and no word that asks for a span of its own: "for over ten years".</summary>
    static bool IsReachedFrom(in Sentence s, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!s.IsWord(i) || Verbs.Is(s, i)) return false;
        }
        return from == to || !s.Is(to - 1, Role.NounStop);
    }

    /// <summary>Directly after the number or its unit.</summary>
    public static void After(in Sentence s, ref Draft draft)
    {
        if (OrEqual(s, ref draft)) return;
        var at = WithUnit(s, draft);
        if (at == draft.Next && s.Is(at, Units) && !IsLonger(s, at)) return;
        if (s.Match(at, Role.RelationAfter, out var next) is not { Detail: not (byte)Relation.Equal } relation || (relation.Length > 1 && s.Language.SignsPerWord == 1 && (OpensNumber(s, next) || LeadsToNumber(s, draft.Next + 1)))) return;
        draft.Next = next;
        if (draft.Relation == Relation.Range) return;
        draft.Relation = relation.Detail == Exactly ? Relation.Equal : (Relation)relation.Detail;
        OrEqual(s, ref draft);
    }

    /// <summary>"10 <u>초과</u>": where signs are tokens, what begins like a unit may be the word of a relation.</summary>
    static bool IsLonger(in Sentence s, int at) =>
        s.Language.SignsPerWord > 1 && s.Match(at, Role.RelationAfter, out var next) is not null && !(s.Match(at, Role.Unit, out var unit) is not null && unit >= next);

    /// <summary>"10 <u>yıla kadar</u>": a relation may need the ending of the unit; it may stand behind one that an apostrophe hangs on it: "10 km'den <u>uzun</u>".</summary>
    static int WithUnit(in Sentence s, in Draft draft)
    {
        if (!draft.HasUnit || draft.Unit.Next != draft.Next) return draft.Next;
        return s.Match(draft.Next - 1, Role.RelationAfter, out var next) is not null && next >= draft.Next ? draft.Next - 1 : Figures.OverHung(s, draft.Next);
    }

    static bool OrEqual(in Sentence s, ref Draft draft)
    {
        if (s.Match(draft.Next, Role.OrEqual, out var equal) is null || draft.Relation is not (Relation.More or Relation.Less) || OpensNumber(s, equal)) return false;
        draft.Relation = draft.Relation == Relation.More ? Relation.AtLeast : Relation.AtMost;
        draft.Next = equal;
        return true;
    }

    /// <summary>After the counted noun only phrases that cannot compare it: "10 orang atau lebih", not "10 orang lebih".</summary>
    public static void AfterNoun(in Sentence s, ref Draft draft)
    {
        if (s.Match(draft.Next, Role.RelationAfter, out var next) is { Length: > 1 }) After(s, ref draft);
        else if (next > draft.Next && !s.IsWord(next)) After(s, ref draft);
    }

    /// <summary>"10 <u>or more than</u> 20": the words belong to the number after them.</summary>
    static bool OpensNumber(in Sentence s, int at) => s.IsDigits(at) || s.Is(at, Role.Value) || s.IsSpelled(at);

    /// <summary>"30 and <u>less than or equal to</u> 40".</summary>
    static bool LeadsToNumber(in Sentence s, int at) => s.Match(at, Role.RelationBefore, out var next) is not null && OpensNumber(s, next);
}
