namespace Verify.Claims.Languages;

/// <summary>The ends of a phrase that must be ends of a word too. A language file writes a space there: "은 " closes a word, " 한" opens one.</summary>
[Flags]
enum Edges : byte
{
    None = 0,
    Opening = 1,
    Closing = 2,
}
