using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>
/// Numbers built from the left: a coefficient, then a multiplier ("dua ratus", "two hundred"), smaller parts added, and
/// scale words that close a group ("tiga juta dua ratus ribu"). Digits may stand for any coefficient ("2,5 juta").
/// </summary>
sealed partial class AdditiveMultiplicative : NumeralEngine
{
    static readonly Roles Starts = Roles.Of(Role.Value, Role.Spelled, Role.Alone, Role.Fraction, Role.FractionOfScale, Role.Vague, Role.VagueLead, Role.One, Role.Point);

    /// <summary>"quarter million", "media hora".</summary>
    static readonly Roles Parted = Roles.Of(Role.Scale, Role.Unit);

    /// <summary>What tells a part alone, of no scale: "drie vijfde".</summary>
    const NumeralForms Parting = NumeralForms.Fraction | NumeralForms.Scaled | NumeralForms.Decimals;

    static readonly Roles Magnitudes = Roles.Of(Role.Multiplier, Role.Scale, Role.MoneyScale);

    public override bool TryRead(in Sentence sentence, int at, out Numeral numeral) => TryRead(sentence, at, true, out numeral);

    public override void ReadOn(in Sentence sentence, ref Numeral numeral)
    {
        var sum = new Sum();
        var at = numeral.Next;
        sum.Atom(numeral.Value);
        while (!sentence.Is(at, Role.Joiner) && !sentence.IsDigits(at) && Continue(sentence, numeral.First, ref sum, ref at, false)) { }
        if (at > numeral.Next && sum.TryClose(numeral.First, at, out var longer)) numeral = longer;
    }

    /// <param name="joins">False for a part after a joiner, which takes no further one: the depth of reading is bounded.</param>
    static bool TryRead(in Sentence sentence, int at, bool joins, out Numeral numeral)
    {
        numeral = default;
        if (!sentence.IsDigits(at) && !sentence.MayStart(at, Starts)) return false;
        var sum = new Sum();
        if (!Opening(sentence, ref sum, ref at, out var first)) return false;
        while (Continue(sentence, first, ref sum, ref at, joins)) { }
        return sum.TryClose(first, at, out numeral);
    }

    /// <summary>The first word of the number, which may be of a kind that cannot follow inside one.</summary>
    static bool Opening(in Sentence s, ref Sum sum, ref int at, out int first)
    {
        first = at;
        if (s.Match(at, Role.Fraction, out var next) is { } fraction)
        {
            at = next;
            sum.Fraction(fraction.Value);
            return true;
        }
        if (s.Match(at, Role.FractionOfScale, out next) is { } part && (s.Is(next, Parted) || OverOf(s, next) > next))
        {
            at = next;
            sum.Fraction(part.Value);
            return true;
        }
        if (s.Match(at, Role.Vague, out next) is { } vague)
        {
            at = next;
            sum.Vague(vague.Value);
            if (s.Match(at, Role.RatioOf, out next) is not null && s.Is(next, Role.Vague)) at = next;
            return true;
        }
        if (s.Match(at, Role.VagueLead, out next) is not null) return Magnitude(s, ref sum, ref at, next, NumeralForms.Vague);
        if (s.IsDigits(at) || s.Is(at, Role.Value) || s.IsSpelled(at)) return Continue(s, at, ref sum, ref at, false);
        if (s.Match(at, Role.Alone, out next) is { } alone && at == 0 && next == s.Count && sum.Atom(alone.Value))
        {
            at = next;
            return true;
        }
        // "Con 71 goles": a word that says other things too needs a number before it.
        if (s.Is(at, Role.Point)) return !s.IsWord(at - 1) && !s.Is(at, Role.Joiner) && DecimalReader.TryRead(s, ref sum, at, out at);
        if (s.Match(at, Role.One, out next) is null) return false;
        if (Magnitude(s, ref sum, ref at, next, NumeralForms.None)) return true;
        // "a dollar", "a dime", "a year and a half"
        at = next;
        if (s.Match(next, Role.Unit, out var unit) is not null && Composites.IsJoinedPart(s, unit, out _, out _)) return sum.Atom(1);
        var paid = s.Match(next, Role.Currency, out var over) ?? s.Match(next, Role.Coin, out over);
        return paid is not null && s.IsWord(over - 1) && sum.Atom(1);
    }

    /// <summary>"beberapa ratus", "a million", "a few dozen": one of the magnitude.</summary>
    static bool Magnitude(in Sentence s, ref Sum sum, ref int at, int next, NumeralForms form)
    {
        if (!s.Is(next, Role.Multiplier) && !s.Is(next, Role.Scale) && !s.Is(next, Role.MoneyScale)) return false;
        at = next;
        sum.Implied(form);
        return true;
    }

    static bool Continue(in Sentence s, int first, ref Sum sum, ref int at, bool joins)
    {
        if (sum.Any && joins && JoiningWord.IsHyphened(s, at, out var part) && AfterJoiner(s, first, ref sum, ref at, part)) return true;
        var here = !sum.Any ? at : sum.IsPart ? OverOf(s, at) : OverHyphen(s, sum, at);
        if (here == at && sum.Any && s.Match(here, Role.Joiner, out var joined) is not null) return joins && (AfterJoiner(s, first, ref sum, ref at, joined) || (sum.MayTakeDecimals && DecimalReader.TryJoined(s, ref sum, ref at)));

        if (s.IsDigits(here)) return here == at && Digits(s, ref sum, ref at);
        if (NumberWords.Match(s, here, out var next) is { } value && ((value.IsComplete ? sum.Complete(value.Value) : sum.Atom(value.Value)) || Compound(s, ref sum, value.Value, ref next))
            || s.Match(here, Role.Multiplier, out next) is { } multiplier && !ScaleReader.IsPartOfSign(s, here, next) && (JoinedTail.Find(s, first, here, sum.Value) is { } last ? sum.MultiplyLast(last, multiplier.Value) : sum.Multiply(multiplier.Value))
            || s.Match(here, Role.Adder, out next) is { } adder && sum.AddTo(adder.Value)
            || ScaleReader.Find(s, sum, here, out next) is { } scale && sum.Scale(scale.Value)
            || s.Match(here, Role.Denominator, out next) is { } denominator && Divide(s, first, here, ref sum, denominator.Value)
            || sum.Any && NumberWords.Denominator(s, here, out next) is { } lower && Divide(s, first, here, ref sum, lower)
            || sum.IsOne && s.Match(here, Role.Ordinal, out next) is { Value: > 2 } place && IsPart(s, next) && sum.Divide(place.Value)
            || here == at && s.Match(here, Role.Fraction, out next) is { } half && AddPart(s, first, here, ref sum, half.Value)
            || here == at && sum.MayTakeDecimals && DecimalReader.TryRead(s, ref sum, here, out next)
            || here == at && joins && sum.IsTens && s.IsSpelled(here) && TryRead(s, here, false, out var fraction) && (fraction.Forms & Parting) == NumeralForms.Fraction && sum.AddPart(fraction.Value) && (next = fraction.Next) > at)
        {
            at = next;
            return true;
        }
        return false;
    }

    /// <summary>"twenty-five", and "twenty - five" as some typesetters leave it.</summary>
    static int OverHyphen(in Sentence s, in Sum sum, int at)
    {
        if (!s.IsMark(at, '-') || s.IsStuck(at) != s.IsStuck(at + 1)) return at;
        return s.IsStuck(at) || (sum.EndsInTens && s.Match(at + 1, Role.Value, out _) is { Value: > 0 and < 10 }) ? at + 1 : at;
    }

    /// <summary>"92 bin <u>824</u>": figures that end a number in figures and scale words, where the language writes so.</summary>
    static bool IsTail(in Sentence s, in Sum sum, int at) =>
        s.Language.FigureTails && sum.HasScale && s.IsDigits(sum.First) && s.Is(at - 1, Role.Scale) && s[at].Span.Length <= 3 && s.Of(at)[0] != '0' && Plain(s, at) is not null;

    static bool Digits(in Sentence s, ref Sum sum, ref int at)
    {
        if (sum.Any && !ScaleReader.Follows(s, at + 1) && !IsTail(s, sum, at)) return false;
        if (!DigitString.TryRead(s.Of(at), s.Language, out var read)) return false;
        if (!sum.Any) sum.First = at;
        if (!sum.Digits(read)) return false;
        at++;
        return true;
    }
}
