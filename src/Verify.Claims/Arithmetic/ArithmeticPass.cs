using System.Collections.Immutable;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Arithmetic;

/// <summary>Does the sums of one article, sentence by sentence. Every look-around is bounded, so the time is linear; nothing is allocated before a sum fails.</summary>
sealed class ArithmeticPass
{
    readonly Totals totals = new();
    readonly Findings findings = new();

    /// <param name="offset">The index of the sentence's first quantity.</param>
    public void Read(in Sentence s, ReadOnlySpan<Draft> drafts, ImmutableArray<Quantity>.Builder quantities, int offset)
    {
        var ledger = new Ledger(s, drafts, quantities, offset);
        Changes.Read(ledger, findings);
        Shares.Read(ledger, findings);
        Wholes.Read(ledger, findings);
        totals.Read(ledger, findings);
    }

    public void Attach(ImmutableArray<Claim>.Builder claims, int quantities) => findings.Attach(claims, quantities);
}
