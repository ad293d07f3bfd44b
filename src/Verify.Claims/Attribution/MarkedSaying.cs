using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Words mark the parts: an ending of a topic closes who speaks, a word closes what is said. "X은 …라고 말했다", "Xは…と述べた", "「…」とXは述べた".</summary>
static class MarkedSaying
{
    public static bool TryRead(in Sentence s, int at, int next, out Saying saying)
    {
        saying = default;
        if (s.MatchBefore(SpeakerEdges.OverBetween(s, at), Role.That, 0, out var that) is not null) return SpeakerFirst(s, that, new(at, next), out saying);
        // "…」と社長は述べた"
        if (s.MatchBefore(at, Role.Particle, 0, out var marked) is not { Detail: (byte)Particle.Topic }) return false;
        for (var i = marked - 1; i > 0 && marked - i <= SpeakerPhrase.MostWords; i--)
        {
            if (s.MatchBefore(i, Role.That, 0, out var closed) is null) continue;
            var first = s.IsMark(i, ',') ? i + 1 : i;
            if (first >= marked) return false;
            saying = new(new(first, marked), new(at, next), new(closed, next), new(0, closed));
            return true;
        }
        return false;
    }

    /// <summary>The speaker opens the sentence or a part of it; the first ending of a topic closes it.</summary>
    static bool SpeakerFirst(in Sentence s, int that, Stretch cue, out Saying saying)
    {
        saying = default;
        for (var start = 0; start < that;)
        {
            var first = SpeakerEdges.OverOpening(s, start, that);
            var i = first;
            while (i < that && i - first <= SpeakerPhrase.MostWords * 2 && !s.IsMark(i, ",:;“\"") && !(i > first && s.Match(i, Role.Particle, out _) is { Detail: (byte)Particle.Topic })) i++;
            if (i > first && s.Match(i, Role.Particle, out var content) is { Detail: (byte)Particle.Topic })
            {
                if (s.Is(first, Role.FirstPerson)) return false;
                if (s.IsMark(content, ',')) content++;
                saying = new(new(first, i), cue, new(first, content), new(content, that));
                return content < that;
            }
            if (!s.IsMark(i, ",;")) return false;
            start = i + 1;
        }
        return false;
    }
}
