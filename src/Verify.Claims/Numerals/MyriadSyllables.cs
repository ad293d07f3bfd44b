using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>
/// Numbers written as they sound, in signs that all other words are written in too ("にじゅうさん"): they are numbers only where they fill
/// all that stands between two spaces or marks.
/// </summary>
static class MyriadSyllables
{
    const int Tens = 10;
    const decimal Myriad = 10000;

    /// <summary>What a single word must have behind it, where the line goes on without a mark.</summary>
    static readonly Roles Counted = Roles.Of(Role.Counter, Role.Unit, Role.Currency, Role.Percent);

    public static bool TryRead(in Sentence s, int at, out Numeral numeral)
    {
        numeral = default;
        if (Touches(s, at)) return false;
        var sum = new MyriadSum();
        var (next, words, places, longer, figures) = (at, 0, 0m, false, true);
        while (s.Match(next, Role.Alone, out var end) is { } word)
        {
            longer |= end > next + 1;
            figures &= word.Value < Tens;
            if (figures && !Exact.Multiply(places, Tens, out places)) return false;
            places += word.Value;
            if (!Take(ref sum, word.Value) && !figures) return false;
            words++;
            next = end;
            if (Touches(s, next)) continue;
            break;
        }
        if (words == 0 || Touches(s, next) || (words == 1 ? !Stands(s, at, next) : !longer)) return false;
        if (!sum.TryClose(out var value, out _)) return false;
        numeral = new(at, next, words > 1 && figures ? places : value, null, 1, NumeralForms.Words);
        return true;
    }

    static bool Take(ref MyriadSum sum, decimal value) =>
        value < Tens ? sum.Take(value) : value < Myriad ? sum.Multiply(value) : sum.Scale(value);

    /// <summary>Whether a token is written on to the one before it.</summary>
    static bool Touches(in Sentence s, int at) => at > 0 && s.IsUnspaced(at) && s.IsUnspaced(at - 1) && s.IsStuck(at);

    /// <summary>One word alone: all of its line, or of more than one sign, no title, and before a mark or what it counts.</summary>
    static bool Stands(in Sentence s, int at, int next) =>
        (at == 0 && next == s.Count) || (next > at + 1 && !s.Is(at, Role.Title) && (!s.IsWord(next) || s.Is(next, Counted)));
}
