using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Worth;

/// <summary>Whether a claim belongs to a topic that fact-checkers follow: what it counts, or else what its clause speaks of.</summary>
static class Topics
{
    public static void Weigh(in Sentence s, ClauseWords clause, in Draft figure, Grounds grounds)
    {
        if (figure.HasCounted && First(s, figure.Counted) is { } counted) Add(grounds, WorthTable.Counting(counted), clause.TopicOtherThan(counted));
        else if (clause.TopicOtherThan(null) is { } topic) Add(grounds, WorthTable.About(topic), clause.TopicOtherThan(topic));
    }

    /// <summary>Adds the topics that a place speaks of, each once, in the order of the text.</summary>
    public static void Collect(in Sentence s, Stretch place, List<string> into)
    {
        for (var i = place.First; i < place.Next; i++)
        {
            if (Match(s, i) is { Code: { } code } && !into.Contains(code)) into.Add(code);
        }
    }

    static void Add(Grounds grounds, Reason first, string? second)
    {
        grounds.Add(first);
        if (second is not null) grounds.Add(WorthTable.AlsoAbout(second));
    }

    static string? First(in Sentence s, Stretch place)
    {
        for (var i = place.First; i < place.Next; i++)
        {
            if (Match(s, i) is { Code: { } code }) return code;
        }
        return null;
    }

    static Phrase? Match(in Sentence s, int at) => s.Match(at, Role.Topic, out _) ?? s.Match(at, Role.WideTopic, out _);
}
