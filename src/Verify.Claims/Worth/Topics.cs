using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Worth;

/// <summary>Whether a claim belongs to a topic that fact-checkers follow: what it counts, or else what its clause speaks of.</summary>
static class Topics
{
    public static void Weigh(in Sentence s, Stretch clause, in Draft figure, Grounds grounds)
    {
        if (figure.HasCounted && First(s, figure.Counted, null) is { } counted) Add(grounds, WorthTable.Counting(counted), First(s, clause, counted));
        else if (First(s, clause, null) is { } topic) Add(grounds, WorthTable.About(topic), First(s, clause, topic));
    }

    /// <summary>True when the place names something of a topic.</summary>
    public static bool Holds(in Sentence s, Stretch place, string topic)
    {
        for (var i = place.First; i < place.Next; i++)
        {
            if (s.Match(i, Role.Topic, out _)?.Code == topic) return true;
        }
        return false;
    }

    static void Add(Grounds grounds, Reason first, string? second)
    {
        grounds.Add(first);
        if (second is not null) grounds.Add(WorthTable.AlsoAbout(second));
    }

    static string? First(in Sentence s, Stretch place, string? otherThan)
    {
        for (var i = place.First; i < place.Next; i++)
        {
            if ((s.Match(i, Role.Topic, out _) ?? s.Match(i, Role.WideTopic, out _)) is { Code: { } code } && code != otherThan) return code;
        }
        return null;
    }
}
