using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Reads how the number is qualified: "lebih dari 500", "500 lebih", "10 or more".</summary>
static class RelationReader
{
    public static void Before(in Sentence s, int floor, ref Draft draft)
    {
        if (s.MatchBefore(draft.First, Role.RelationBefore, floor, out var first) is not { } relation) return;
        // "turun hingga 7 derajat": where it went, no bound.
        if ((Relation)relation.Detail == Relation.AtMost && s.Is(first - 1, Role.ChangeVerb)) return;
        draft.Relation = (Relation)relation.Detail;
        draft.First = first;
        // "sekitar lebih dari 500": the inner word says how, the outer one only belongs to the place.
        if (s.MatchBefore(first, Role.RelationBefore, floor, out var outer) is not null) draft.First = outer;
    }

    /// <summary>Directly after the number or its unit.</summary>
    public static void After(in Sentence s, ref Draft draft)
    {
        if (s.Match(draft.Next, Role.OrEqual, out var equal) is not null && draft.Relation is Relation.More or Relation.Less && !OpensNumber(s, equal))
        {
            draft.Relation = draft.Relation == Relation.More ? Relation.AtLeast : Relation.AtMost;
            draft.Next = equal;
            return;
        }
        if (s.Match(draft.Next, Role.RelationAfter, out var next) is not { Detail: not (byte)Relation.Equal } relation || (relation.Length > 1 && (OpensNumber(s, next) || LeadsToNumber(s, draft.Next + 1)))) return;
        draft.Next = next;
        if (draft.Relation != Relation.Range) draft.Relation = (Relation)relation.Detail;
    }

    /// <summary>After the counted noun only phrases that cannot compare it: "10 orang atau lebih", not "10 orang lebih".</summary>
    public static void AfterNoun(in Sentence s, ref Draft draft)
    {
        if (s.Match(draft.Next, Role.RelationAfter, out var next) is { Length: > 1 }) After(s, ref draft);
        else if (next > draft.Next && !s.IsWord(next)) After(s, ref draft);
    }

    /// <summary>"10 <u>or more than</u> 20": the words belong to the number after them.</summary>
    static bool OpensNumber(in Sentence s, int at) => s.IsDigits(at) || s.Is(at, Role.Value);

    /// <summary>"30 and <u>less than or equal to</u> 40".</summary>
    static bool LeadsToNumber(in Sentence s, int at) => s.Match(at, Role.RelationBefore, out var next) is not null && OpensNumber(s, next);
}
