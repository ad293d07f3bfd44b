using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>One figure told twice, the second time in brackets: "5 miles (8 km) of <u>cable</u>". Both are of the same, and as sure.</summary>
static class Conversions
{
    public static void Share(in Sentence s, ref Draft told, ref Draft again)
    {
        if (!Is(s, told, again)) return;
        if (again.Relation == Relation.Equal && told.Relation != Relation.Range) again.Relation = told.Relation;
        if (!told.HasCounted && Noun(s, told, again.Next + 1) is { IsEmpty: false } noun) (told.Counted, told.HasCounted) = (noun, true);
        if (!again.HasCounted) (again.Counted, again.HasCounted) = (told.Counted, told.HasCounted);
    }

    /// <summary>Alone in brackets right behind the first, and of its kind.</summary>
    public static bool Is(in Sentence s, in Draft told, in Draft again) =>
        told.HasUnit && again.HasUnit && told.Kind == again.Kind && told.Kind is QuantityKind.Measure or QuantityKind.Money
        && s.IsMark(told.Next, '(') && told.Next + 1 == again.First && s.IsMark(again.Next, ')') && UnitReader.IsDuration(told.Code) == UnitReader.IsDuration(again.Code);

    /// <summary>Behind the brackets: after "of", or at once where the unit stands before what it measures ("a 5-mile (8 km) <u>walk</u>").</summary>
    static Stretch Noun(in Sentence s, in Draft told, int at)
    {
        if (s.Match(at, Role.RatioOf, out var of) is { Detail: 1 }) return told.Kind == QuantityKind.Money ? default : CountedNoun.Read(s, of, true);
        return s.IsMark(told.Unit.First - 1, '-') || s.Language.DirectNouns ? CountedNoun.Read(s, at, false) : default;
    }
}
