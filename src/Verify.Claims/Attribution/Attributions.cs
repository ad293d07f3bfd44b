using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>All that a sentence and its neighbours tell of who says what. Holds the working lists, which are rented and given back.</summary>
sealed class Attributions : IDisposable
{
    readonly Pooled<Saying> sayings = new();
    readonly Neighbours neighbours = new();

    /// <summary>Those of the sentence read last, in its order.</summary>
    public ReadOnlySpan<Saying> Sayings => sayings.Items;

    public void Read(in Sentence s, Outline outline) => SayingReader.Read(s, outline, sayings);

    public void Dispose()
    {
        sayings.Dispose();
        neighbours.Dispose();
    }

    /// <summary>The part of the sentence around a number that no attribution interrupts.</summary>
    public Stretch RegionOf(in Sentence s, in Saying saying, int number)
    {
        var region = saying == default ? new(0, s.Count) : saying.Content;
        foreach (var other in sayings.Items)
        {
            if (other.Zone.Next <= number) region = region with { First = Math.Max(region.First, other.Zone.Next) };
            else if (other.Zone.First > number) region = region with { Next = Math.Min(region.Next, other.Zone.First) };
        }
        return region;
    }

    /// <summary>Whoever plans or wants what a clause states, where nobody says it.</summary>
    public Attributed WhoHolds(in Sentence s, Stretch clause, int number) => neighbours.Completed(s, Attitude.Of(s, clause, number));

    /// <summary>
    /// Whoever is quoted, for a clause within a quotation, though others speak inside it; else the governing saying of the sentence.
    /// <paramref name="quotation"/> is what stands between the marks, where the clause does.
    /// </summary>
    public Attributed WhoSays(in Sentence s, int governing, Excerpt span, out Excerpt? quotation)
    {
        quotation = null;
        if (!Quotation.TryFind(s.Text, span, out var found)) return governing < 0 ? default : neighbours.Completed(s, Attributed.Of(s, sayings[governing]));
        var holds = found.Inside.Contains(span);
        var said = governing < 0 ? default : Attributed.Of(s, sayings[governing]);
        if (holds && said.Cue is { } cue && found.Inside.Contains(cue) && neighbours.Of(s, found) is { Cue: not null } quoter) said = quoter;
        else said = governing < 0 ? neighbours.Of(s, found) : neighbours.Completed(s, said);
        if (said.Cue is { } word && !found.Inside.Contains(word) && (holds || governing < 0)) quotation = found.Inside;
        return said;
    }
}
