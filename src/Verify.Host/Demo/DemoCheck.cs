using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Remembering;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Host.Demo;

/// <summary>Looks for every step of a walk in the store, with nothing running.</summary>
static class DemoCheck
{
    public static async Task RunAsync(IBlobs store, LogSigner log, LogMemory memory, DemoWalk walk, DemoSteps steps, CancellationToken cancel)
    {
        await using var services = new ServiceCollection().AddLogging().AddDesk(store, new WorkflowOptions(), log, memory).BuildServiceProvider();
        var mediator = services.GetRequiredService<IMediator>();

        var raw = await store.ReadAsync($"articles/{walk.Article}/raw", cancel);
        steps.Say(raw is not null && raw.Content.Span.SequenceEqual(walk.Raw.Span), "The article's bytes are kept.");

        var approved = await RecordAsync(mediator, walk.Approved, cancel);
        steps.Say(approved?.Record is { FiguresAsRead: null, Verdict.Rating: 5 }, "The approved claim is a record, as it was read.");
        var corrected = await RecordAsync(mediator, walk.Corrected, cancel);
        steps.Say(
            corrected?.Record is { FiguresAsRead: not null, Verdict.Rating: 3 } record && record.Figures[0].Value == 99,
            "The corrected claim is a record with both readings.");
        var rejected = (await mediator.Send(new GetClaim(walk.Rejected.Id, DemoWalk.Reviewer.Id), cancel)).OrThrow();
        steps.Say(rejected is { State: ClaimState.Rejected, RecordId: null }, "The rejected claim has no record.");

        var waiting = (await mediator.Send(new ListClaims(DemoWalk.Reviewer, Limit: 200), cancel)).OrThrow().Items.Select(entry => entry.Id).ToHashSet();
        steps.Say(
            !waiting.Overlaps([walk.Approved.Id, walk.Corrected.Id, walk.Rejected.Id]), $"None of the three waits any more; {waiting.Count} claims do.");
        var sealedLog = await new LogCheck(store, log.Verifier, memory).RunAsync(cancel: cancel);
        steps.Say(sealedLog.Findings.IsEmpty && sealedLog.Size >= 2, $"The log holds all {sealedLog.Size} records, and its checkpoint is signed.");
        if (corrected is null) return;
        Console.WriteLine($"\n{corrected.Name}");
        Console.Write(Encoding.UTF8.GetString(corrected.Content.Span)); // as it is, so that it can be copied
    }

    static async Task<RecordBytes?> RecordAsync(IMediator mediator, ClaimView decided, CancellationToken cancel)
    {
        var claim = (await mediator.Send(new GetClaim(decided.Id, DemoWalk.Reviewer.Id), cancel)).OrThrow();
        return claim is { State: ClaimState.Published, RecordId: { } id } ? (await mediator.Send(new GetRecord(id), cancel)).OrThrow() : null;
    }
}
