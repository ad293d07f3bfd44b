using System.Collections.Immutable;

namespace Verify.Claims.Worth;

/// <summary>Collects the reasons of one claim's worth. Kept and cleared between claims, so that only the result is allocated.</summary>
sealed class Grounds
{
    readonly Reason[] reasons = new Reason[16];
    int count;

    public void Clear() => count = 0;

    public void Add(Reason? reason)
    {
        if (reason is { } given && count < reasons.Length) reasons[count++] = given;
    }

    /// <summary>The worth, from 0.01 to 0.99 with two decimals.</summary>
    public double Sum()
    {
        var sum = WorthTable.Base;
        foreach (var reason in reasons.AsSpan(0, count)) sum += reason.Weight;
        return Math.Clamp(sum, 1, 99) / 100.0;
    }

    /// <summary>The reasons in words, most weighty first; of equal weight in the order they were found.</summary>
    public ImmutableArray<string> InWords()
    {
        var words = new string[count];
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
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(words);
    }
}
