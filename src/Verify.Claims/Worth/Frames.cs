using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Worth;

/// <summary>Which frames a stretch of words gives: in which time a claim is set, where it is from, and beside what. Each counts once.</summary>
readonly record struct Frames(uint Given)
{
    public static Frames Of(in Sentence s, Stretch place)
    {
        uint given = 0;
        for (var i = Math.Max(0, place.First); i < place.Next;)
        {
            if (s.Match(i, Role.Frame, out var next) is { } phrase) given |= 1u << phrase.Detail;
            i = Math.Max(next, i + 1);
        }
        return new(given);
    }

    public bool Has(Frame frame) => (Given >> (int)frame & 1) != 0;
}
