using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>Finds the scale word after a coefficient. A letter that could also be a unit ("5 m") is a scale only where money or people show it.</summary>
static class ScaleReader
{
    static readonly Roles Shown = Roles.Of(Role.Currency, Role.Unit, Role.Counter, Role.Topic, Role.Head);

    public static Phrase? Find(in Sentence s, in Sum sum, int at, out int next)
    {
        if (s.Match(at, Role.Scale, out next) is { } scale) return IsPartOfSign(s, at, next) ? null : scale;
        if (AfterCurrency(s, sum.First)) return s.Match(at, Role.MoneyScale, out next) ?? s.Match(at, Role.StuckScale, out next);
        if (!s.IsDigits(at - 1)) return null;
        if (!s.IsStuck(at)) return at == s.Count - 1 ? s.Match(at, Role.StuckScale, out next) : null;
        if (s.Match(at, Role.StuckScale, out next) is { } stuck && !s.IsStuckToWord(next)) return stuck;
        return s.Match(at, Role.MoneyScale, out next) is { } letter && !s.IsStuck(next) && IsCounted(s, next) ? letter : null;
    }

    /// <summary>"5 <u>พัน</u>ธุ์", "၂.၃ <u>ရာ</u>ခိုင်နှုန်း": where signs are tokens, the beginning of a longer word that is no magnitude.</summary>
    public static bool IsPartOfSign(in Sentence s, int at, int next) =>
        s.IsUnspaced(at) && ((s.Match(at, Role.Percent, out var longer) is not null && longer > next) || (s.Match(at, Role.NotNumber, out longer) is not null && longer > next));

    /// <summary>"35m <u>of its devices</u>", "2.7m <u>combined sales</u>": what follows is counted, not measured.</summary>
    static bool IsCounted(in Sentence s, int at)
    {
        if (s.MayStart(at, Shown) || s.Match(at, Role.RatioOf, out _) is { Detail: 1 }) return true;
        var noun = CountedNoun.Read(s, at, false);
        return !noun.IsEmpty && CountedNoun.IsHead(s, noun.Next - 1);
    }

    /// <summary>True when a scale or multiplier stands at a token.</summary>
    public static bool Follows(in Sentence s, int at) => s.Is(at, Role.Scale) || s.Is(at, Role.Multiplier);

    static bool AfterCurrency(in Sentence s, int first) => s.MatchBefore(first, Role.Currency, 0, out _) is not null;
}
