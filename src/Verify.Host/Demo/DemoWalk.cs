using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Verify.Host.Driving;
using Verify.Host.Samples;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Remembering;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Reviews;

namespace Verify.Host.Demo;

/// <summary>What the demo did: to be found in the store afterwards.</summary>
sealed record DemoWalk(ArticleId Article, ReadOnlyMemory<byte> Raw, ClaimView Approved, ClaimView Corrected, ClaimView Rejected)
{
    const string SampleName = "flood-toll.id.txt";

    internal static readonly Actor Reviewer = new("r-demo", Role.Reviewer);
    static readonly Actor Second = new("r-demo-second", Role.Reviewer);

    /// <summary>Walks through the doors that people use, with a driver that runs.</summary>
    /// <exception cref="UserException">The walk cannot go on.</exception>
    public static async Task<DemoWalk> RunAsync(IBlobs store, LogSigner log, LogMemory memory, DemoSteps steps, CancellationToken cancel)
    {
        await using var services = new ServiceCollection().AddLogging().AddDesk(store, new WorkflowOptions { UndoWindow = TimeSpan.Zero }, log, memory).BuildServiceProvider();
        var driver = services.GetRequiredService<EmbeddedDriver>();
        var mediator = services.GetRequiredService<IMediator>();
        await driver.StartAsync(cancel);

        var sample = SampleArticles.Submit(SampleName);
        var article = ((Intake.Article)(await mediator.Send(sample, cancel)).OrThrow()).Submitted.Id;
        await driver.WhenIdleAsync(cancel);
        steps.Say(true, $"{SampleName} went in as article {article.Value[..12]}…");

        var claims = (await mediator.Send(new GetArticle(article), cancel)).OrThrow().Claims;
        steps.Say(claims.Length >= 3, $"{claims.Length} claims were found.");
        if (claims.Length < 3) throw new UserException("The demo needs three claims to decide.");

        var approve = new Approve(new Verdict(5), [new Evidence("https://example.org/report", "the figure in the report")], "Checked against the report.");
        var correct = new Correct(new Correction(Value: 99), new Verdict(3), [new Evidence("https://example.org/report")], "The report says 99.");
        var decided = new ClaimView[3];
        foreach (var (index, judgement) in new Judgement[] { approve, correct, new Reject(RejectionReason.NotCheckable) }.Index())
        {
            decided[index] = await DecideAsync(mediator, claims[index].Id, $"demo-{index}", Reviewer, judgement, cancel);
            steps.Say(true, $"{judgement.GetType().Name}: {decided[index].Reading.Claim.Text}");
            if (decided[index].State != ClaimState.AwaitingSecond) continue;
            decided[index] = await DecideAsync(mediator, claims[index].Id, $"demo-{index}-second", Second, judgement, cancel);
            steps.Say(true, "  A second reviewer, who was not shown the first decision, says the same.");
        }
        await driver.WhenIdleAsync(cancel);
        await driver.StopAsync();
        await mediator.Send(new SealLog(), cancel);
        return new(article, sample.Input.Bytes, decided[0], decided[1], decided[2]);
    }

    static async Task<ClaimView> DecideAsync(IMediator mediator, ClaimId id, string decision, Actor by, Judgement judgement, CancellationToken cancel)
    {
        var claim = (await mediator.Send(new GetClaim(id, by.Id), cancel)).OrThrow();
        // The decision's id is the same at every run: a second run over the same store changes nothing.
        return (await mediator.Send(new Decide(id, $"{decision}-{id.Start}", by, claim.Shown, judgement), cancel)).OrThrow();
    }
}
