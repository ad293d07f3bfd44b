using System.Collections.Immutable;
using Verify.Claims.Arithmetic;
using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims;

/// <summary>One reading of one text, from its first number on. Holds the working lists, which are rented and given back.</summary>
sealed class ArticlePass(Language language) : IDisposable
{
    readonly Pooled<Token> tokens = new();
    readonly Pooled<Stretch> times = new();
    readonly Pooled<Draft> drafts = new();
    Evidence? evidence;
    readonly ArithmeticPass arithmetic = new();
    readonly ClaimBuilder builder = new();
    readonly ImmutableArray<Quantity>.Builder quantities = ImmutableArray.CreateBuilder<Quantity>();
    readonly ImmutableArray<Claim>.Builder claims = ImmutableArray.CreateBuilder<Claim>();

    public Extraction Read(ReadOnlySpan<char> text, int first)
    {
        var walk = new SentenceWalk(text, language);
        int digit = -1, word = -1;
        var at = first;
        while (at < text.Length && walk.MoveTo(at, out var sentence))
        {
            if (language.Candidates.Next(text, sentence.Start, ref digit, ref word) is var next && next < sentence.End)
            {
                ReadSentence(text, sentence, walk.Previous);
                next = language.Candidates.Next(text, sentence.End, ref digit, ref word);
            }
            at = next;
        }
        arithmetic.Attach(claims, quantities.Count);
        return quantities.Count == 0 ? Extraction.Empty : new(quantities.DrainToImmutable(), claims.DrainToImmutable());
    }

    public void Dispose()
    {
        tokens.Dispose();
        times.Dispose();
        drafts.Dispose();
        builder.Dispose();
    }

    /// <summary>The article's other figures settle what one figure leaves open; they are looked at once, when first needed.</summary>
    Quantity Settle(ReadOnlySpan<char> text, Quantity quantity) => quantity.Ambiguous is not { } other ? quantity : (evidence ??= DigitEvidence.Of(text, language)) switch
    {
        // Whole things are read whole, whatever the convention: "1,234 orang" in Indonesian is the foreign reading already.
        Evidence.Foreign when quantity.Kind == QuantityKind.Count && !decimal.IsInteger(other) => quantity.Decided(),
        _ when quantity.Kind == QuantityKind.Count && !decimal.IsInteger(other) => quantity,
        Evidence.Own => quantity.Decided(),
        Evidence.Foreign => quantity.Swapped().Decided(),
        Evidence.LeansForeign => quantity.Swapped(),
        _ => quantity,
    };

    void ReadSentence(ReadOnlySpan<char> text, Excerpt place, Excerpt previous)
    {
        Lexer.Read(text, place, language, tokens);
        var s = new Sentence(text, place, tokens.Items, language);
        TimeReader.Read(s, times);
        foreach (var time in times.Items) TimeMarks.Set(tokens, time);
        QuantityReader.Read(s, drafts, tokens, times);
        if (drafts.Count == 0) return;
        var offset = quantities.Count;
        foreach (ref readonly var draft in drafts.Items) quantities.Add(Settle(text, draft.Finish(s)));
        builder.Build(s, previous, drafts, times, offset, quantities, claims);
        arithmetic.Read(s, drafts.Items, quantities, offset);
    }
}
