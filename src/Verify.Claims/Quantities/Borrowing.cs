using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>A bare figure beside another is of the same: "3.9 million <u>phones</u>, up from 2.4 million", "rose 20 <u>points</u> to 3,100", "40 of the 90 million <u>pesos</u>".</summary>
static class Borrowing
{
    /// <summary>How many tokens may stand between two figures of one change.</summary>
    const int Apart = 4;

    public static void Between(in Sentence s, ref Draft left, ref Draft right)
    {
        if (IsBare(right) && IsOwner(left) && right.First - left.Next <= Apart && (IsBefore(s, left, right) || IsReached(s, left, right) || IsAmong(s, left, right))) Give(left, ref right);
        else if (IsBare(right) && IsOwner(left) && IsShare(s, left, right)) Give(left, ref right);
        else if (IsBare(left) && right.HasUnit && (IsPart(s, left, right) || IsPriced(s, left, right) || IsFrom(s, left, right))) left.TakeUnit(right);
        else if (IsBare(left) && IsPacked(left, right)) (left.Counted, left.HasCounted, left.Kind) = (right.Counted, true, QuantityKind.Count);
    }

    /// <summary>"…, up <u>from</u> 2.4 million": what it was before.</summary>
    static bool IsBefore(in Sentence s, in Draft left, in Draft right) =>
        left.Kind is QuantityKind.Count or QuantityKind.Money or QuantityKind.Measure && !UnitReader.IsDuration(left.Code)
        && s.MatchBefore(right.First, Role.ChangeFrom, left.Next, out var from) is not null && s.Is(from - 1, Role.ChangeVerb) && from > left.Next;

    /// <summary>"rose 20 points <u>to</u> 3,100": where it went, in what it rose by.</summary>
    static bool IsReached(in Sentence s, in Draft left, in Draft right) =>
        left.Kind is QuantityKind.Money or QuantityKind.Measure && !UnitReader.IsDuration(left.Code) && left.Value < right.Value
        && s.MatchBefore(right.First, Role.ChangeTo, left.Next, out var to) is not null && to == left.Next && s.Is(left.First - 1, Role.ChangeVerb);

    /// <summary>"500 members, <u>including</u> 20 in prison".</summary>
    static bool IsAmong(in Sentence s, in Draft left, in Draft right) =>
        left.Kind == QuantityKind.Count && right.Value < left.Value && s.MatchBefore(right.First, Role.Among, left.Next, out var among) is not null && among <= left.Next + 1;

    /// <summary>"8 <u>or</u> $9".</summary>
    static bool IsPriced(in Sentence s, in Draft left, in Draft right) =>
        right.Kind == QuantityKind.Money && right.Unit.First == right.First && s.Match(left.Next, Role.ListJoiner, out var next) is not null && next == right.First;

    /// <summary>"300 tickets <u>by</u> post and 80 <u>by</u> phone": each share is told with the same word.</summary>
    static bool IsShare(in Sentence s, in Draft left, in Draft right) =>
        left.Kind == QuantityKind.Count && right.First - left.Next is > 1 and <= Apart && s.IsWord(left.Next) && s.Is(left.Next, Role.NounStop)
        && s.MatchBefore(right.First, Role.RangeAnd, left.Next, out _) is not null && s.Of(left.Next).Equals(s.Of(right.Next), StringComparison.OrdinalIgnoreCase);

    /// <summary>"1,450, <u>up</u> 20 points": where it stands, in what it rose by.</summary>
    static bool IsFrom(in Sentence s, in Draft left, in Draft right)
    {
        var verb = s.IsMark(left.Next, ',') ? left.Next + 1 : left.Next;
        return right.Kind is QuantityKind.Money or QuantityKind.Measure && !UnitReader.IsDuration(right.Code) && left.Value > right.Value && verb + 1 == right.First && s.Is(verb, Role.ChangeVerb);
    }

    /// <summary>"two million <u>20 kg</u> bags": how much each holds stands before what is counted.</summary>
    static bool IsPacked(in Draft left, in Draft right) => right is { HasUnit: true, HasCounted: true, Kind: QuantityKind.Measure } && right.First == left.Next;

    static bool IsPart(in Sentence s, in Draft left, in Draft right) =>
        right.Kind is QuantityKind.Money or QuantityKind.Measure && !UnitReader.IsDuration(right.Code) && left.Value < right.Value
        && s.Match(left.Next, Role.RatioOf, out var of) is { Detail: 1 } && (of == right.First || (NounPhrases.IsOpener(s, of) && of + 1 == right.First));

    static bool IsBare(in Draft figure) => figure is { HasUnit: false, HasCounted: false, Kind: QuantityKind.Other };

    /// <summary>What it lends stands in its own span.</summary>
    static bool IsOwner(in Draft figure) =>
        (figure.HasUnit || figure.HasCounted) && Holds(figure, figure.HasUnit, figure.Unit) && Holds(figure, figure.HasCounted, figure.Counted);

    static bool Holds(in Draft figure, bool given, Stretch part) => !given || (part.First >= figure.First && part.Next <= figure.Next);

    static void Give(in Draft from, ref Draft to)
    {
        to.TakeUnit(from);
        (to.Counted, to.HasCounted) = (from.Counted, from.HasCounted);
    }
}
