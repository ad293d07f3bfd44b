namespace Verify.Claims.Text;

/// <summary>An aside in round brackets, read backwards from what stands behind it: "Budi Santoso <u>(54)</u>", "Lee <u>(D-Mo.)</u>".</summary>
static class Brackets
{
    /// <summary>Brackets that hold more tokens are no aside, or were never opened.</summary>
    const int Longest = 18;

    /// <summary>Back over brackets that close just before a token, to the one that opens them; the token itself where none do.</summary>
    public static int Before(in Sentence s, int next, int floor)
    {
        if (!s.IsMark(next - 1, ')')) return next;
        for (var at = next - 2; at > floor && next - at < Longest; at--)
        {
            if (s.IsMark(at, '(')) return at;
        }
        return next;
    }
}
