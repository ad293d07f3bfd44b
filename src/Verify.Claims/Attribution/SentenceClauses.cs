using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>The clauses of one region of a sentence, and how far each reaches over neighbours that state no figure.</summary>
sealed class SentenceClauses(Outline outline) : IDisposable
{
    readonly Pooled<Stretch> clauses = new();

    public int Count => clauses.Count;

    public ReadOnlySpan<Stretch> Items => clauses.Items;

    public Stretch this[int clause] => clauses[clause];

    public void Read(in Sentence s, Stretch region) => ClauseReader.Read(s, region, outline, clauses);

    public void Dispose() => clauses.Dispose();

    /// <summary>
    /// The clause with the clauses after it that state no figure, and for the first that states one also those before: a time there dates this claim.
    /// </summary>
    public Stretch DatedBy(int clause)
    {
        var (first, last) = Around(clause);
        return new(clauses[first == 0 ? first : clause].First, clauses[last].Next);
    }

    /// <summary>The clause with its neighbours that state no figure, as far as no other claim's clause stands between.</summary>
    public Stretch ReportOf(in Sentence s, int clause)
    {
        var (first, last) = Around(clause);
        return ClauseReader.Trim(s, new(clauses[first].First, clauses[last].Next));
    }

    (int First, int Last) Around(int clause)
    {
        int first = clause, last = clause;
        while (first > 0 && !StatesFigure(first - 1)) first--;
        while (last + 1 < clauses.Count && !StatesFigure(last + 1)) last++;
        return (first, last);
    }

    bool StatesFigure(int clause) => outline.HoldsQuantity(clauses[clause].First, clauses[clause].Next);
}
