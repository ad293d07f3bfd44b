using Verify.Workflow.Ports;

namespace Verify.Workflow.Articles;

/// <summary>What came of an address.</summary>
abstract record AddressReading
{
    AddressReading() { }

    /// <param name="Raw">As fetched: they name the article.</param>
    public sealed record Read(ReadOnlyMemory<byte> Raw, ArticleText Text) : AddressReading;

    /// <param name="Raw">What was fetched and cannot be read; null where nothing was fetched.</param>
    public sealed record Refused(InputProblem Problem, ReadOnlyMemory<byte>? Raw) : AddressReading;

    /// <param name="RetryAfter">What the other side asked for; null where it did not.</param>
    public sealed record Failed(InputProblem Problem, TimeSpan? RetryAfter) : AddressReading;
}

/// <summary>Fetches an address and reads what stands there. Writes nothing.</summary>
sealed class AddressReader(IFetcher fetcher, IArticleReader reader, TimeProvider clock)
{
    /// <param name="patience">After which it has failed for now, whatever the fetcher waits for.</param>
    public async Task<AddressReading> ReadAsync(string address, string? language, StatedFacts? stated, TimeSpan patience, CancellationToken cancel)
    {
        using var over = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancel);
        try
        {
            return await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Article), either.Token) switch
            {
                Fetched.Content content => Read(content, language, stated ?? StatedFacts.None),
                Fetched.Refused refused => new AddressReading.Refused(refused.Problem, null),
                Fetched.Failed failed => new AddressReading.Failed(failed.Problem, failed.RetryAfter),
                var other => throw new InvalidOperationException($"{address} was answered with {other.GetType().Name}, which was not asked for."),
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new AddressReading.Failed(
                new InputProblem("addressSlow", FormattableString.Invariant($"{address} did not give its page within {patience.TotalSeconds} seconds.")), null);
        }
    }

    AddressReading Read(Fetched.Content content, string? language, StatedFacts stated) =>
        reader.Read(new ArticleInput(content.Bytes, content.MediaType, FileName(content.Address), language)) switch
        {
            ArticleReading.Read read => new AddressReading.Read(content.Bytes, Describe(read.Text, content.Address, stated)),
            ArticleReading.Refused refused =>
                new AddressReading.Refused(refused.Problem with { Message = $"{content.Address} was fetched. {refused.Problem.Message}", Field = null }, content.Bytes),
            _ => new AddressReading.Refused(
                new InputProblem("noArticle", $"{content.Address} holds no article but another address. Send the address that the article stands at."), content.Bytes),
        };

    static ArticleText Describe(ArticleText text, string address, StatedFacts stated) => text with
    {
        Title = stated.Title ?? text.Title,
        Authors = stated.Authors.IsEmpty ? text.Authors : stated.Authors,
        Publisher = stated.Publisher ?? text.Publisher,
        Published = stated.Published ?? text.Published,
        Url = text.Url is { } own && WebAddresses.IsSameSite(own, address) ? own : address,
    };

    static string? FileName(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Uri.UnescapeDataString(uri.Segments[^1]) : null;
}
