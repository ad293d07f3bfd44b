namespace Verify.Claims.Numerals;

[Flags]
enum NumeralForms : byte
{
    None = 0,
    Digits = 1,
    Words = 2,

    /// <summary>A part of a whole: "dua pertiga", "1/3", "half".</summary>
    Fraction = 4,

    /// <summary>Known by its order of magnitude only: "puluhan", "dozens".</summary>
    Vague = 8,

    /// <summary>A scale word stands in it: "2,5 juta".</summary>
    Scaled = 16,

    /// <summary>Digits with a fraction: "2,5".</summary>
    Decimals = 32,

    /// <summary>It begins with a part of a whole, whatever came after: "a quarter million".</summary>
    OfPart = 64,

    /// <summary>Somewhat more than it says: "十<u>多</u>万".</summary>
    Odd = 128,
}

/// <summary>A number as the text writes it.</summary>
/// <param name="First">Its first token; <paramref name="Next"/> is the first one after it.</param>
/// <param name="Factor">The scale that multiplied all of it ("juta" in "2,5 juta"), which a range may share; else 1.</param>
/// <param name="Other">The other value the same digits may have, where the text does not decide.</param>
/// <param name="Upper">The upper end, where the words themselves span: "两三百".</param>
readonly record struct Numeral(int First, int Next, decimal Value, decimal? Other, decimal Factor, NumeralForms Forms, decimal? Upper = null);
