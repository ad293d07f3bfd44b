using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Risk;
using Verify.Claims.Text;

namespace Verify.Claims.Worth;

/// <summary>What the words of one clause tell, whichever of its figures is weighed: looked at once a clause, since one clause may state many figures.</summary>
sealed class ClauseWords
{
    readonly List<string> topics = [];
    readonly PersonMemory persons = new();

    /// <summary>Where the sentence begins tells it from others of the text.</summary>
    (int Sentence, Stretch Clause) read = (-1, default);

    public Signals Own { get; private set; }

    /// <summary>Those of the words shortly before the clause.</summary>
    public Signals Before { get; private set; }

    public Frames OwnFrames { get; private set; }

    /// <summary>Those of the words shortly before the clause.</summary>
    public Frames FramesBefore { get; private set; }

    /// <summary>The clause begins with the act that it calls for.</summary>
    public bool IsOrder { get; private set; }

    public bool HoldsChange { get; private set; }

    public Firmness Firmness { get; private set; }

    public Odd Odd { get; private set; }

    public void Read(in Sentence s, Stretch clause, Outline outline)
    {
        if (read == (s.Place.Start, clause)) return;
        read = (s.Place.Start, clause);
        Own = Signals.Of(s, clause);
        var lead = new Stretch(clause.First - WorthReader.Lead, clause.First);
        Before = Signals.Of(s, lead);
        OwnFrames = Frames.Of(s, clause);
        FramesBefore = Frames.Of(s, lead);
        IsOrder = Aims.IsOrder(s, clause);
        HoldsChange = s.Holds(Role.ChangeVerb, clause.First, clause.Next);
        Firmness = ModalityReader.Of(s, clause, outline);
        Odd = OddCharacters.Find(s.Of(s.Between(clause.First, clause.Next)));
        topics.Clear();
        Topics.Collect(s, clause, topics);
    }

    public bool HoldsTopic(string topic) => topics.Contains(topic);

    /// <summary>The first topic the clause speaks of, one of them passed over; null when there is none.</summary>
    public string? TopicOtherThan(string? topic)
    {
        foreach (var found in topics)
        {
            if (found != topic) return found;
        }
        return null;
    }

    /// <summary>True when a place of the text may name a person.</summary>
    public bool NamesPerson(in Sentence s, Excerpt place) => persons.Holds(s, place);
}
