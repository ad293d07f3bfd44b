using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>
/// Numbers built from the left: a coefficient, then a multiplier ("dua ratus", "two hundred"), smaller parts added, and
/// scale words that close a group ("tiga juta dua ratus ribu"). Digits may stand for any coefficient ("2,5 juta").
/// </summary>
sealed class AdditiveMultiplicative : NumeralEngine
{
    static readonly Roles Starts = Roles.Of(Role.Value, Role.Spelled, Role.Alone, Role.Fraction, Role.FractionOfScale, Role.Vague, Role.VagueLead, Role.One, Role.Point);

    /// <summary>"quarter million", "media hora".</summary>
    static readonly Roles Parted = Roles.Of(Role.Scale, Role.Unit);

    static readonly Roles Magnitudes = Roles.Of(Role.Multiplier, Role.Scale, Role.MoneyScale);

    public override bool TryRead(in Sentence sentence, int at, out Numeral numeral) => TryRead(sentence, at, true, out numeral);

    public override void ReadOn(in Sentence sentence, ref Numeral numeral)
    {
        var sum = new Sum();
        var at = numeral.Next;
        sum.Atom(numeral.Value);
        while (!sentence.Is(at, Role.Joiner) && !sentence.IsDigits(at) && Continue(sentence, ref sum, ref at, false)) { }
        if (at > numeral.Next && sum.TryClose(numeral.First, at, out var longer)) numeral = longer;
    }

    /// <param name="joins">False for a part after a joiner, which takes no further one: the depth of reading is bounded.</param>
    static bool TryRead(in Sentence sentence, int at, bool joins, out Numeral numeral)
    {
        numeral = default;
        if (!sentence.IsDigits(at) && !sentence.MayStart(at, Starts)) return false;
        var sum = new Sum();
        if (!Opening(sentence, ref sum, ref at, out var first)) return false;
        while (Continue(sentence, ref sum, ref at, joins)) { }
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
        if (s.Match(at, Role.FractionOfScale, out next) is { } part && s.Is(next, Parted))
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
        if (s.IsDigits(at) || s.Is(at, Role.Value) || s.IsSpelled(at)) return Continue(s, ref sum, ref at, false);
        if (s.Match(at, Role.Alone, out next) is { } alone && at == 0 && next == s.Count && sum.Atom(alone.Value))
        {
            at = next;
            return true;
        }
        // "Con 71 goles": a word that says other things too needs a number before it.
        if (s.Is(at, Role.Point)) return !s.IsWord(at - 1) && !s.Is(at, Role.Joiner) && DecimalReader.TryRead(s, ref sum, at, out at);
        if (s.Match(at, Role.One, out next) is null) return false;
        if (Magnitude(s, ref sum, ref at, next, NumeralForms.None)) return true;
        // "a dollar", "a dime"
        at = next;
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

    static bool Continue(in Sentence s, ref Sum sum, ref int at, bool joins)
    {
        var here = !sum.Any ? at : sum.IsPart ? OverOf(s, at) : OverHyphen(s, sum, at);
        if (here == at && sum.Any && s.Match(here, Role.Joiner, out var joined) is not null) return joins && AfterJoiner(s, ref sum, ref at, joined);

        if (s.IsDigits(here)) return here == at && Digits(s, ref sum, ref at);
        if (NumberWords.Match(s, here, out var next) is { } value && ((value.IsComplete ? sum.Complete(value.Value) : sum.Atom(value.Value)) || Compound(s, ref sum, value.Value, ref next))
            || s.Match(here, Role.Multiplier, out next) is { } multiplier && !ScaleReader.IsPartOfSign(s, here, next) && sum.Multiply(multiplier.Value)
            || s.Match(here, Role.Adder, out next) is { } adder && sum.AddTo(adder.Value)
            || ScaleReader.Find(s, sum, here, out next) is { } scale && sum.Scale(scale.Value)
            || s.Match(here, Role.Denominator, out next) is { } denominator && sum.Divide(denominator.Value)
            || sum.Any && NumberWords.Denominator(s, here, out next) is { } part && sum.Divide(part)
            || sum.IsOne && s.Match(here, Role.Ordinal, out next) is { Value: > 2 } place && IsPart(s, next) && sum.Divide(place.Value)
            || here == at && s.Match(here, Role.Fraction, out next) is { } half && sum.AddPart(half.Value)
            || here == at && sum.MayTakeDecimals && DecimalReader.TryRead(s, ref sum, here, out next))
        {
            at = next;
            return true;
        }
        return false;
    }

    /// <summary>"two thirds <u>of a</u> million".</summary>
    static int OverOf(in Sentence s, int at)
    {
        var next = s.Match(at, Role.RatioOf, out var of) is { Detail: 1 } ? of : at;
        return s.Match(next, Role.One, out next) is not null && ScaleReader.Follows(s, next) ? next : at;
    }

    /// <summary>"twenty-five", and "twenty - five" as some typesetters leave it.</summary>
    static int OverHyphen(in Sentence s, in Sum sum, int at)
    {
        if (!s.IsMark(at, '-') || s.IsStuck(at) != s.IsStuck(at + 1)) return at;
        return s.IsStuck(at) || (sum.EndsInTens && s.Match(at + 1, Role.Value, out _) is { Value: > 0 and < 10 }) ? at + 1 : at;
    }

    /// <summary>What tens may do where they cannot be added: "twenty <u>twenty fifths</u>", "one <u>twenty two</u>".</summary>
    static bool Compound(in Sentence s, ref Sum sum, decimal tens, ref int next)
    {
        if (tens is < 20 or > 90) return false;
        var unit = s.IsMark(next, '-') ? next + 1 : next;
        if (s.Match(unit, Role.Denominator, out var after) is { Value: < 10 } denominator && sum.Divide(tens + denominator.Value)
            || s.Match(unit, Role.Value, out after) is { Value: > 0 and < 10 } value && sum.Spoken(tens + value.Value))
        {
            next = after;
            return true;
        }
        return false;
    }

    /// <summary>"two hundred and five", "two and a half", "one billion and a quarter million"; "three million and five million" are two numbers.</summary>
    static bool AfterJoiner(in Sentence s, ref Sum sum, ref int at, int joined)
    {
        if (!sum.HasScale && s.Match(joined, Role.Fraction, out var next) is { } half && sum.AddPart(half.Value))
        {
            at = next;
            return true;
        }
        // "dos y medio", "deux et demi": of one, where no scale follows the part.
        if (s.Match(joined, Role.FractionOfScale, out next) is { } piece && !s.Is(next, Parted) && sum.AddPart(piece.Value))
        {
            at = next;
            return true;
        }
        if (TryRead(s, joined, false, out var part) && (part.Forms & NumeralForms.OfPart) != 0 && ((part.Forms & NumeralForms.Scaled) == 0 ? sum.AddPart(part.Value) : sum.AddScaled(part.Value)))
        {
            at = part.Next;
            return true;
        }
        if (s.Language.Spelling is not null) return false;
        if (s.Match(joined, Role.Value, out next) is { } value && !(sum.HasScale && s.Is(next, Role.Scale)) && sum.AtomAfterJoiner(value.Value)
            || Plain(s, joined) is { } digits && !ScaleReader.Follows(s, next = joined + 1) && sum.DigitsAfterJoiner(digits))
        {
            at = next;
            return true;
        }
        return false;
    }

    static decimal? Plain(in Sentence s, int at) => s.IsDigits(at) && DigitString.TryRead(s.Of(at), s.Language, out var read) && read.IsPlain ? read.Value : null;

    /// <summary>"one tenth of": no noun follows that has the place; where one is an article, a partitive must show that a part is meant.</summary>
    static bool IsPart(in Sentence s, int at) => s.Language.IndefiniteOne ? at == s.Count || s.Match(at, Role.RatioOf, out _) is { Detail: 1 } : !s.IsWord(at) || s.Is(at, Role.NounStop);

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
