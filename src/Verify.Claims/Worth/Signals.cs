using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Worth;

/// <summary>Which signals a stretch of words gives; each counts once, however often it is given.</summary>
readonly record struct Signals(uint Given)
{
    public static Signals Of(in Sentence s, Stretch place)
    {
        uint given = 0;
        for (var i = Math.Max(0, place.First); i < place.Next;)
        {
            if (s.Match(i, Role.Signal, out var next) is { } phrase) given |= 1u << phrase.Detail;
            else if (Verbs.IsPast(s, i)) given |= 1u << (int)Signal.Happened;
            i = Math.Max(next, i + 1);
        }
        return new(given);
    }

    public Signals With(Signal signal) => new(Given | 1u << (int)signal);

    public bool Has(Signal signal) => (Given >> (int)signal & 1) != 0;
}
