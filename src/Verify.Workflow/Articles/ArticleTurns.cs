namespace Verify.Workflow.Articles;

/// <summary>
/// Lets those of one program who tell the same article something do so one after another: together they would refuse each other's appends and
/// read its journal again. Between programs the journal's position decides, as ever.
/// </summary>
sealed class ArticleTurns
{
    /// <summary>Articles that share a lane wait for each other needlessly; with this many that is rare.</summary>
    const int Lanes = 256;

    readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task TakeAsync(ArticleId article, Func<Task> tell, CancellationToken cancel)
    {
        var lane = lanes[unchecked((uint)article.GetHashCode()) % Lanes];
        await lane.WaitAsync(cancel);
        try
        {
            await tell();
        }
        finally
        {
            lane.Release();
        }
    }
}
