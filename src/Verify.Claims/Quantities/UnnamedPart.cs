using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>A smaller part of money or a measure that stands behind the unit without its own: "15 dollars <u>50</u>", "1 m <u>85</u>", "一米<u>八</u>". What follows may not want the figure for itself.</summary>
static class UnnamedPart
{
    const int Tenths = 10;

    static readonly Roles Measured = Roles.Of(
        Role.Unit, Role.Percent, Role.Currency, Role.Coin, Role.Scale, Role.Multiplier, Role.Counter, Role.Multiple, Role.Month, Role.NumberEnding, Role.OrdinalSuffix, Role.RangeTo);

    static readonly Roles Ends = Roles.Of(Role.NounStop, Role.Particle, Role.Dimension, Role.RatioOf);

    /// <summary>"一米<u>八</u>": one figure in words, in a language that shortens so.</summary>
    public static bool IsPlace(in Sentence s, int at, out decimal figure, out int next)
    {
        var word = s.Match(at, Role.Value, out next);
        figure = word?.Value ?? 0;
        return s.Language.Shortened && figure is > 0 and < Tenths && (!s.IsUnspaced(next) || s.Is(next, Ends)) && !s.MayStart(next, Measured);
    }

    /// <summary>"27 USD <u>60</u>, y": two figures behind the unit, and nothing behind them that they count or measure.</summary>
    public static bool IsWritten(in Sentence s, in Numeral number)
    {
        var next = number.Next;
        if (number.Forms != NumeralForms.Digits || s[number.First].Span.Length != 2) return false;
        if (s.IsMark(next, ',')) return !s.IsDigits(next + 1);
        if (next == s.Count || s.IsMark(next, ".!?;)")) return true;
        if (!s.IsWord(next) || s.MayStart(next, Measured)) return false;
        if (s.IsUnspaced(next)) return s.Is(next, Ends);
        if (s.IsStuck(next)) return false;
        // "1m85 et 80 kg", "2 mètres 50 de profondeur"
        if (s.IsStuck(number.First)) return true;
        return s.Match(next, Role.RatioOf, out var of) is not null ? s.Is(of, Role.Dimension) : !s.Is(next, Role.RangeAnd) && !Verbs.Is(s, next) && CountedNoun.Read(s, next, false).IsEmpty;
    }

    /// <summary>"तेरह डॉलर <u>पैंतालीस</u> की लागत": two places in words, and a small word that no number counts.</summary>
    public static bool IsSpoken(in Sentence s, in Numeral part) =>
        part.Forms == NumeralForms.Words && part.Value >= Tenths && s.Is(part.Next, Role.NounStop) && s.Match(part.Next, Role.RatioOf, out _) is not { Detail: 0 } && !s.Is(part.Next, Role.RangeTo) && !s.Is(part.Next, Role.RangeAnd);
}
