using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>"abad ke-19", "abad 20", "abad XIX", "the late 18th century": the word on either side of its number.</summary>
static class CenturyReader
{
    public static bool TryRead(in Sentence s, int at, out int next)
    {
        if (s.Match(at, Role.Century, out var after) is not null) return OrdinalReader.TryRead(s, after, out next, out _) || Plain(s, after, out next);
        return OrdinalReader.TryRead(s, at, out next, out _) && s.Match(next, Role.Century, out next) is not null;
    }

    static bool Plain(in Sentence s, int at, out int next)
    {
        next = at + 1;
        return (s.IsDigits(at) && s[at].Span.Length <= 2) || (s.IsWord(at) && !s.Of(at).ContainsAnyExcept("IVX"));
    }
}
