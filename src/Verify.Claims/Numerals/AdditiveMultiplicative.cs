using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>
/// Numbers built from the left: a coefficient, then a multiplier ("dua ratus", "two hundred"), smaller parts added, and
/// scale words that close a group ("tiga juta dua ratus ribu"). Digits may stand for any coefficient ("2,5 juta").
/// </summary>
sealed class AdditiveMultiplicative : NumeralEngine
{
    static readonly Roles Starts = Roles.Of(Role.Value, Role.Fraction, Role.Vague, Role.VagueLead, Role.One);

    static readonly Roles Magnitudes = Roles.Of(Role.Multiplier, Role.Scale, Role.MoneyScale);

    public override bool TryRead(in Sentence sentence, int at, out Numeral numeral)
    {
        numeral = default;
        if (!sentence.IsDigits(at) && !sentence.MayStart(at, Starts)) return false;
        var sum = new Sum();
        if (!Opening(sentence, ref sum, ref at, out var first)) return false;
        while (Continue(sentence, ref sum, ref at)) { }
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
            var magnitude = s.Match(at, Role.RatioOf, out next) is { Detail: 1 } ? next : at;
            if (s.Match(magnitude, Role.One, out next) is not null && s.MayStart(next, Magnitudes)) at = next;
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
        if (s.IsDigits(at) || s.Is(at, Role.Value)) return Continue(s, ref sum, ref at);
        return s.Match(at, Role.One, out next) is not null && Magnitude(s, ref sum, ref at, next, NumeralForms.None);
    }

    /// <summary>"beberapa ratus", "a million", "a few dozen": one of the magnitude.</summary>
    static bool Magnitude(in Sentence s, ref Sum sum, ref int at, int next, NumeralForms form)
    {
        if (!s.Is(next, Role.Multiplier) && !s.Is(next, Role.Scale) && !s.Is(next, Role.MoneyScale)) return false;
        at = next;
        sum.Implied(form);
        return true;
    }

    static bool Continue(in Sentence s, ref Sum sum, ref int at)
    {
        var here = at;
        if (sum.Any && s.IsMark(here, '-') && s.IsStuck(here) && s.IsStuck(here + 1)) here++;
        else if (sum.Any && s.Match(here, Role.Joiner, out var joined) is not null) return AfterJoiner(s, ref sum, ref at, joined);

        if (s.IsDigits(here)) return here == at && Digits(s, ref sum, ref at);
        if (s.Match(here, Role.Value, out var next) is { } value && sum.Atom(value.Value)
            || s.Match(here, Role.Multiplier, out next) is { } multiplier && sum.Multiply(multiplier.Value)
            || s.Match(here, Role.Adder, out next) is { } adder && sum.AddTo(adder.Value)
            || Scale(s, sum, here, out next) is { } scale && sum.Scale(scale.Value)
            || s.Match(here, Role.Denominator, out next) is { } denominator && sum.Divide(denominator.Value)
            || here == at && s.Match(here, Role.Fraction, out next) is { } half && sum.Half(half.Value)
            || here == at && sum.MayTakeDecimals && Decimals(s, ref sum, here, out next))
        {
            at = next;
            return true;
        }
        return false;
    }

    /// <summary>"two hundred and five", "two and a half"; "three million and five million" are two numbers.</summary>
    static bool AfterJoiner(in Sentence s, ref Sum sum, ref int at, int joined)
    {
        if (s.Match(joined, Role.Fraction, out var next) is { } fraction && sum.Half(fraction.Value)
            || s.Match(joined, Role.Value, out next) is { } value && !(sum.HasScale && s.Is(next, Role.Scale)) && sum.AtomAfterJoiner(value.Value))
        {
            at = next;
            return true;
        }
        return false;
    }

    /// <summary>A scale word. One that could also be a unit ("5 m") counts only after a currency.</summary>
    static Phrase? Scale(in Sentence s, in Sum sum, int at, out int next) =>
        s.Match(at, Role.Scale, out next) ?? (AfterCurrency(s, sum.First) ? s.Match(at, Role.MoneyScale, out next) : null);

    static bool AfterCurrency(in Sentence s, int first) => s.MatchBefore(first, Role.Currency, 0, out _) is not null;

    static bool Digits(in Sentence s, ref Sum sum, ref int at)
    {
        if (sum.Any && !FollowedByScale(s, at + 1)) return false;
        if (!DigitString.TryRead(s.Of(at), s.Language, out var read)) return false;
        if (!sum.Any) sum.First = at;
        if (!sum.Digits(read)) return false;
        at++;
        return true;
    }

    static bool FollowedByScale(in Sentence s, int at) => s.Is(at, Role.Scale) || s.Is(at, Role.Multiplier);

    /// <summary>"dua koma lima": digits after the point, each a word.</summary>
    static bool Decimals(in Sentence s, ref Sum sum, int at, out int next)
    {
        if (s.Match(at, Role.Point, out next) is null || s.Match(next, Role.Value, out var after) is not { Value: < 10 }) return false;
        var place = 0.1m;
        while (place > 1e-20m && s.Match(next, Role.Value, out after) is { Value: < 10 } digit)
        {
            sum.Decimal(digit.Value * place);
            place /= 10;
            next = after;
        }
        return true;
    }
}
