using System.Collections.Immutable;

namespace Verify.Claims.Worth;

/// <summary>Collects the reasons of one claim's worth. Kept and cleared between claims, so that only the result is allocated.</summary>
sealed class Grounds
{
    readonly Reason[] _reasons = new Reason[16];
    int _count;

    public void Clear() => _count = 0;

    public void Add(Reason? reason)
    {
        if (reason is { } given && _count < _reasons.Length) _reasons[_count++] = given;
    }

    /// <summary>The worth, from 0.01 to 0.99 with two decimals.</summary>
    public double Sum()
    {
        var sum = WorthTable.Base;
        foreach (var reason in _reasons.AsSpan(0, _count)) sum += reason.Weight;
        return Math.Clamp(sum, 1, 99) / 100.0;
    }

    /// <summary>The reasons in words, most weighty first; of equal weight in the order they were found.</summary>
    public ImmutableArray<string> InWords()
    {
        var words = new string[_count];
        for (var i = 0; i < _count; i++)
        {
            var rank = 0;
            for (var j = 0; j < _count; j++)
            {
                var (other, own) = (Math.Abs(_reasons[j].Weight), Math.Abs(_reasons[i].Weight));
                if (other > own || (other == own && j < i)) rank++;
            }
            words[rank] = _reasons[i].Words;
        }
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(words);
    }
}
