namespace Verify.Claims.Text;

enum TokenKind : byte
{
    Word,

    /// <summary>A run of digits with the separators inside it: "1.234,5".</summary>
    Digits,
    Mark,

    /// <summary>Part of a date or clock time: no longer a word or digits to anyone else.</summary>
    Time,
}
