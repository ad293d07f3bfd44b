using System.Collections.Immutable;

namespace Verify.Claims.Arithmetic;

/// <summary>The discrepancies of one article, until its claims are known. Allocates nothing before the first.</summary>
sealed class Findings
{
    List<Discrepancy>? found;

    public void Add(Discrepancy discrepancy) => (found ??= []).Add(discrepancy);

    /// <summary>Puts every discrepancy on each claim that states one of its figures, in the order they were found.</summary>
    public void Attach(ImmutableArray<Claim>.Builder claims, int quantities)
    {
        if (found is null) return;
        var holder = new int[quantities];
        Array.Fill(holder, -1);
        for (var i = 0; i < claims.Count; i++)
        {
            foreach (var quantity in claims[i].Quantities) holder[quantity] = i;
        }
        foreach (var discrepancy in found)
        {
            var last = -1;
            foreach (var quantity in discrepancy.Quantities)
            {
                // The figures of one claim stand together.
                if (holder[quantity] is var at && (at < 0 || at == last)) continue;
                last = at;
                claims[at] = claims[at] with { Discrepancies = claims[at].Discrepancies.Add(discrepancy) };
            }
        }
    }
}
