using System.Collections.Immutable;

namespace Verify.Claims.Worth;

/// <summary>Collects the reasons of one claim. Kept and cleared between claims, so that only the result is allocated.</summary>
sealed class Grounds
{
    const int Most = 32;

    /// <summary>So many points make one step of the natural logarithm of the odds: near the middle a point is a hundredth.</summary>
    const double PointsOfOdds = 25;

    readonly Reason[] reasons = new Reason[Most];
    readonly string[] words = new string[Most];
    int count;

    public void Clear() => count = 0;

    /// <summary>Null and a weight of nothing are no reason.</summary>
    public void Add(Reason? reason)
    {
        if (reason is { Weight: not 0 } given && count < Most) reasons[count++] = given;
    }

    /// <summary>The points as a share, over 0 and under 1 with three decimals. Points count as odds do, so a strong claim still differs from a stronger one.</summary>
    public double Share(int start)
    {
        var sum = start;
        foreach (var reason in reasons.AsSpan(0, count)) sum += reason.Weight;
        return Math.Clamp(Math.Round(1 / (1 + Math.Exp(-sum / PointsOfOdds)), 3), 0.001, 0.999);
    }

    /// <summary>The reasons in words, most weighty first; of equal weight in the order they were found.</summary>
    public ImmutableArray<string> InWords()
    {
        for (var i = 0; i < count; i++)
        {
            var rank = 0;
            for (var j = 0; j < count; j++)
            {
                var (other, own) = (Math.Abs(reasons[j].Weight), Math.Abs(reasons[i].Weight));
                if (other > own || (other == own && j < i)) rank++;
            }
            words[rank] = reasons[i].Words;
        }
        return ReasonLists.Of(words.AsSpan(0, count));
    }
}
