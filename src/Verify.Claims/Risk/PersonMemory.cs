using Verify.Claims.Text;

namespace Verify.Claims.Risk;

/// <summary>Remembers of the last places whether they may name a person: the claims of a sentence mostly share clause, subject and speaker.</summary>
sealed class PersonMemory
{
    const int Most = 4;

    readonly (Excerpt Place, bool Holds)[] asked = new (Excerpt, bool)[Most];
    int next;

    public bool Holds(in Sentence s, Excerpt place)
    {
        // An empty place names nobody, as the slots say that were never filled.
        foreach (ref readonly var known in asked.AsSpan())
        {
            if (known.Place == place) return known.Holds;
        }
        var holds = PersonNames.Holds(s, place);
        asked[next++ % Most] = (place, holds);
        return holds;
    }
}
