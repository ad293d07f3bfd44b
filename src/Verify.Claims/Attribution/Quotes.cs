using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Quotation marks. A straight one opens when a word touches it on the right only.</summary>
static class Quotes
{
    public static bool Opens(in Sentence s, int at) =>
        s.IsMark(at, "“«„‘") || (s.IsMark(at, "\"'") && s.IsStuck(at + 1) && !s.IsStuck(at));

    public static bool Is(in Sentence s, int at) => s.IsMark(at, "“”«»„‘’\"'");
}
