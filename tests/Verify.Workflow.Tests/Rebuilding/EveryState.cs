using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Tests.Rebuilding;

/// <summary>A desk at rest with a claim in every state that a claim can be in.</summary>
sealed class EveryState
{
    public FakeTimeProvider Clock { get; } = new(Sample.Noon);

    public MemoryBlobs Store { get; } = new();

    public static string[] Derived { get; } = ["queue/", "due/", "leases/", "stalled/", "states/", "reviewers/"];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<TestDesk> OpenAsync(IBlobs? store = null) =>
        TestDesk.OpenAsync(store ?? Store, Clock, new CrankedDriver(Clock), new WorkflowOptions { SecondReviewFrom = 0 });

    public async Task<Dictionary<string, ClaimId>> MakeAsync()
    {
        await using var desk = await OpenAsync();
        var claims = new Dictionary<string, ClaimId> { ["expired"] = await ClaimAsync(desk, 2) };
        await desk.Driver.PassAsync(TimeSpan.FromDays(13));
        foreach (var (state, number) in ((string, int)[])[("published", 3), ("rejected", 4), ("disagreed", 5)]) claims[state] = await ClaimAsync(desk, number);
        await DecideAsync(desk, claims["published"], Sample.Ani, Sample.Approve());
        await DecideAsync(desk, claims["published"], Sample.Budi, Sample.Approve());
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        await DecideAsync(desk, claims["rejected"], Sample.Ani, new Reject(RejectionReason.NotAClaim));
        await DecideAsync(desk, claims["disagreed"], Sample.Ani, Sample.Approve());
        await DecideAsync(desk, claims["disagreed"], Sample.Budi, Sample.Approve(1));
        await desk.Driver.PassAsync(TimeSpan.FromDays(1) + TimeSpan.FromHours(1));

        claims["escalated"] = await ClaimAsync(desk, 6);
        await desk.Driver.PassAsync(TimeSpan.FromDays(2) + TimeSpan.FromHours(1));
        foreach (var (state, number) in ((string, int)[])
                 [("open", 7), ("one of two", 8), ("stalled", 9), ("leased", 10)]) claims[state] = await ClaimAsync(desk, number);
        await DecideAsync(desk, claims["one of two"], Sample.Ani, Sample.Approve());
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(5));
        foreach (var (state, number) in ((string, int)[])
                 [("decided", 11), ("both decided", 12), ("one of two in its window", 13), ("withdrawn", 14)]) claims[state] = await ClaimAsync(desk, number);
        TestDesk.Value(await desk.Mediator.Send(new LeaseClaim(claims["leased"], Sample.Ani), Cancel));
        await desk.Mediator.Send(new Stall(claims["stalled"], "the store answered 503"), Cancel);
        await DecideAsync(desk, claims["decided"], Sample.Ani, new Reject(RejectionReason.NotAClaim));
        await DecideAsync(desk, claims["both decided"], Sample.Ani, Sample.Approve());
        await DecideAsync(desk, claims["both decided"], Sample.Budi, Sample.Approve());
        await DecideAsync(desk, claims["one of two in its window"], Sample.Ani, Sample.Approve());
        await DecideAsync(desk, claims["withdrawn"], Sample.Ani, Sample.Approve());
        TestDesk.Value(await desk.WithdrawAsync(claims["withdrawn"], $"by-{Sample.Ani.Id}"));
        // Where nothing is due at the end of an undo window, its mark is gone once somebody has looked; a driver that begins anew looks by the minute.
        foreach (var claim in (ClaimId[])[claims["one of two in its window"], claims["withdrawn"]])
            await desk.Mediator.Send(new Advance(claim, Clock.GetUtcNow().AddSeconds(10)), Cancel);

        // An article that has arrived and was not looked at, and one that was given up.
        ((CrankedDriver)desk.Driver).IsDeaf = true;
        await desk.SubmitAsync(Text(15), name: "15.txt");
        var givenUp = (await desk.SubmitAsync(Text(16), name: "16.txt")).Id;
        await desk.Mediator.Send(new Stall(givenUp, "down"), Cancel);
        await desk.Mediator.Send(new Advance(givenUp, Clock.GetUtcNow()), Cancel); // its first mark is answered
        return claims;
    }

    public static async Task DecideAsync(TestDesk desk, ClaimId claim, Actor by, Judgement judgement)
    {
        TestDesk.Value(await desk.DecideAsync(claim, judgement, $"by-{by.Id}", by));
        await desk.Driver.SettleAsync();
    }

    static async Task<ClaimId> ClaimAsync(TestDesk desk, int number)
    {
        var article = await desk.SubmitAsync(Text(number), name: $"{number}.txt");
        await desk.Driver.SettleAsync();
        return Assert.Single(TestDesk.Value(await desk.Mediator.Send(new GetArticle(article.Id), Cancel)).Claims).Id;
    }

    public static string Text(int number) => $"Badan Penanggulangan Bencana mengatakan {1250 + number} rumah terendam sejak Senin.\n";

    /// <summary>All that stands in the store, or in some folders of it.</summary>
    public async Task<string> TextAsync(params string[] prefixes)
    {
        var all = new StringBuilder();
        foreach (var prefix in prefixes.DefaultIfEmpty(""))
            await foreach (var name in Store.ListAsync(prefix, cancel: Cancel))
                all.Append(name).Append(" = ").Append(Encoding.UTF8.GetString((await Store.ReadAsync(name, Cancel))!.Content.Span)).Append('\n');
        return all.ToString();
    }
}
