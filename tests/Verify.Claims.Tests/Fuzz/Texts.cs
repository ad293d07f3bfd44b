using CsCheck;

namespace Verify.Claims.Tests.Fuzz;

/// <summary>Arbitrary UTF-16, and mixes of a language's own phrases with figures, marks and what breaks tokens, and of pieces of several languages.</summary>
static class Texts
{
    static readonly string[] Figures =
    [
        "0", "1", "7", "12", "20", "33", "40", "100", "150", "500", "650", "1.234", "1,234", "1.250", "2,5", "2.5", "1.234,5", "1,234.5", "1.234.567", "0,001", "1/3", "3-7", "50–60", "007", "2024", "14.30",
        "9999999999999999999999999999", "99999999999999999999999999999", "7922816251426433759354395033", "0,0000000000000000000000000001", "1.2.3.4", "1,2,3", "٣٤", "三百", "१२", "Ⅻ", "½", "²", "１２",
    ];

    static readonly string[] Marks =
    [
        ".", ",", ";", ":", "!", "?", "…", "(", ")", "[", "]", "\"", "“", "”", "‘", "’", "'", "«", "»", "-", "–", "—", "−", "+", "~", "%", "$", "€", "/", "\\", "#", "@", "*", "=", "<", ">", "|", "°", "&",
    ];

    static readonly string[] Breaking =
    [
        "\ud83d", "\ude00", "\ud83d\ude00", "\ud83d\ud83d\ude00", "\u202e", "\u2066", "\u2069", "\u200f", "\u200b", "\u200d", "\ufeff", "\u0301", "a\u0301\u0302\u0303", "\0", "\u0085", "\u2028", "\u2029",
        "\r", "\n", "\r\n", "\n\n", "\t", "\u00a0", "\u202f", "\u2009", "\u3000", "\ufffd", "\uffff", "İ", "ı", "ß", "ﬁ",
    ];

    static readonly string[] Joints = ["", " ", " ", " ", "\u00a0", "-", ", ", ". ", "\n"];

    public static Gen<string> In(string language)
    {
        var phrase = Pick(LanguagePhrases.Of(language));
        var figure = Pick(Figures);
        var piece = Gen.Frequency((5, phrase), (4, figure), (2, Pick(Marks)), (1, Pick(Breaking)), (1, Gen.Long.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        var mixed = Gen.Select(piece, Pick(Joints), (words, joint) => words + joint).Array[0, 90].Select(string.Concat);
        var run = Gen.Select(piece, Pick(Joints), Gen.Int[1, 400], (words, joint, times) => string.Concat(Enumerable.Repeat(words + joint, times)));
        return Gen.Frequency((2, Gen.String[Gen.Char, 0, 400]), (8, mixed), (2, run), (2, Gen.Select(mixed, run, mixed, string.Concat)), (2, Known(" ")), (2, Known("")));
    }

    static Gen<string> Known(string joint) => Pick(KnownPieces.All).Array[0, 200].Select(pieces => string.Join(joint, pieces));

    static Gen<string> Pick(string[] from) => Gen.Int[0, from.Length - 1].Select(at => from[at]);
}
