using System.Collections.Immutable;
using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims;

/// <summary>One reading of one text, from its first number on. Holds the working lists, which are rented and given back.</summary>
sealed class ArticlePass(Language language) : IDisposable
{
    readonly Pooled<Token> _tokens = new();
    readonly Pooled<Stretch> _times = new();
    readonly Pooled<Draft> _drafts = new();
    bool? _decided;
    readonly ClaimBuilder _builder = new();
    readonly ImmutableArray<Quantity>.Builder _quantities = ImmutableArray.CreateBuilder<Quantity>();
    readonly ImmutableArray<Claim>.Builder _claims = ImmutableArray.CreateBuilder<Claim>();

    public Extraction Read(ReadOnlySpan<char> text, int first)
    {
        var walk = new SentenceWalk(text, language);
        int digit = -1, word = -1;
        var at = first;
        while (at < text.Length && walk.MoveTo(at, out var sentence))
        {
            if (language.Candidates.Next(text, sentence.Start, ref digit, ref word) is var next && next < sentence.End)
            {
                ReadSentence(text, sentence);
                next = language.Candidates.Next(text, sentence.End, ref digit, ref word);
            }
            at = next;
        }
        return _quantities.Count == 0 ? Extraction.Empty : new(_quantities.DrainToImmutable(), _claims.DrainToImmutable());
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _times.Dispose();
        _drafts.Dispose();
        _builder.Dispose();
    }

    /// <summary>The article's other figures settle what one figure leaves open; they are looked at once, when first needed.</summary>
    bool IsDecided(ReadOnlySpan<char> text) => _decided ??= DigitEvidence.ShowsOwn(text, language);

    void ReadSentence(ReadOnlySpan<char> text, Excerpt place)
    {
        Lexer.Read(text, place, language.Lexicon, _tokens);
        var s = new Sentence(text, place, _tokens.Items, language);
        TimeReader.Read(s, _times);
        foreach (var time in _times.Items) TimeMarks.Set(_tokens, time);
        QuantityReader.Read(s, _drafts, _tokens, _times);
        if (_drafts.Count == 0) return;
        var offset = _quantities.Count;
        foreach (ref readonly var draft in _drafts.Items)
        {
            var quantity = draft.Finish(s);
            _quantities.Add(quantity.Ambiguous is not null && IsDecided(text) ? quantity with { Ambiguous = null } : quantity);
        }
        _builder.Build(s, _drafts, _times, offset, _claims);
    }
}
