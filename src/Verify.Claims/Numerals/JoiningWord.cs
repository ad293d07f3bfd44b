using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>The word that joins a part to a whole: "two <u>and</u> a half", "two<u>-and-</u>a-half".</summary>
static class JoiningWord
{
    /// <summary>Where the part begins; false where no such word stands at a token.</summary>
    public static bool IsAt(in Sentence s, int at, out int next) => s.Match(at, Role.Joiner, out next) is not null || IsHyphened(s, at, out next);

    /// <summary>Between hyphens.</summary>
    public static bool IsHyphened(in Sentence s, int at, out int next)
    {
        next = at;
        if (!s.IsMark(at, '-') || !s.IsStuck(at) || !s.IsStuck(at + 1) || s.Match(at + 1, Role.Joiner, out var second) is null || !s.IsMark(second, '-') || !s.IsStuck(second) || !s.IsStuck(second + 1)) return false;
        next = second + 1;
        return true;
    }
}
