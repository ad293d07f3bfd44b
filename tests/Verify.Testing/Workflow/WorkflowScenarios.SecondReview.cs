using System.Text.Json;
using Verify.Claims.Quantities;
using Verify.Workflow;
using Verify.Workflow.Reviews;
using Xunit;

namespace Verify.Testing.Workflow;

/// <summary>Two reviewers, apart from each other, and an editor where they differ.</summary>
public abstract partial class WorkflowScenarios
{
    /// <summary>Every approval asks for a second reviewer.</summary>
    static readonly WorkflowOptions AlwaysTwo = new() { SecondReviewFrom = 0 };

    async Task<(TestDesk Desk, ClaimId Claim)> WithFirstDecisionAsync(Judgement? first = null, WorkflowOptions? options = null)
    {
        var (desk, queue) = await WithFloodAsync(options ?? AlwaysTwo);
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, first ?? Sample.Approve(), "decision-1"));
        return (desk, queue[0].Id);
    }

    [Fact]
    public async Task Two_reviewers_who_agree_publish()
    {
        var (desk, claim) = await WithFirstDecisionAsync(Sample.Approve(note: "Counted in the report."));
        await PassUndoAsync(desk);
        Assert.Empty(await desk.RecordsAsync());
        Assert.Contains(await desk.QueueAsync(by: Sample.Budi), entry => entry.Id == claim);
        Assert.DoesNotContain(await desk.QueueAsync(by: Sample.Ani), entry => entry.Id == claim);

        var second = new Approve(new Verdict(4), [new("https://example.org/other")], "Asked the agency.");
        TestDesk.Value(await desk.DecideAsync(claim, second, "decision-2", Sample.Budi));
        await PassUndoAsync(desk);
        var record = Assert.Single(await desk.RecordsAsync()).Record;
        Assert.Equal([Sample.Ani.Id, Sample.Budi.Id], record.Decisions.Select(decision => decision.By));
        Assert.Equal(["Counted in the report.", null], record.Decisions.Select(decision => decision.Note));
        Assert.Equal("Asked the agency.", record.Note);
        Assert.Equal(["https://example.org/report", "https://example.org/other"], record.Evidence.Select(evidence => evidence.Url));
    }

    [Fact]
    public async Task Until_both_are_final_nobody_else_can_tell_that_the_first_decided()
    {
        var (desk, queue) = await WithFloodAsync(AlwaysTwo);
        var before = await SeenByAsync(desk, queue[0].Id, Sample.Budi);
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve(), "decision-1"));
        await desk.Driver.SettleAsync();
        Assert.Equal(before, await SeenByAsync(desk, queue[0].Id, Sample.Budi));
        await desk.Driver.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(before, await SeenByAsync(desk, queue[0].Id, Sample.Budi));
        Assert.Equal("decisionNotFound", TestDesk.RefusalOf(await desk.WithdrawAsync(queue[0].Id, "decision-1", Sample.Budi)).Code);

        // Nor can the second, who might otherwise look, take the own decision back and follow.
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve(1), "decision-2", Sample.Budi));
        var seen = await desk.ClaimAsync(queue[0].Id, Sample.Budi);
        Assert.Equal((ClaimState.AwaitingSecond, "decision-2"), (seen.State, seen.Decision?.Id));
        Assert.DoesNotContain("decision-1", await SeenByAsync(desk, queue[0].Id, Sample.Budi), StringComparison.Ordinal);
        Assert.DoesNotContain("decision-2", await SeenByAsync(desk, queue[0].Id, Sample.Ani), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_decision_looks_to_others_like_a_claim_that_was_given_back()
    {
        var (desk, queue) = await WithFloodAsync(new() { SecondReviewFrom = 0.99 });
        foreach (var entry in queue) TestDesk.Value(await LeaseAsync(desk, entry.Id, Sample.Ani));
        // Only a corrected figure asks for a second here: that there was a decision would say which.
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, new Correct(new(Value: 77), new Verdict(1)), "decision-1"));
        TestDesk.Value(await desk.Mediator.Send(new EndLease(queue[1].Id, Sample.Ani)));
        await desk.Driver.SettleAsync();
        foreach (var entry in queue) TestDesk.Value(await LeaseAsync(desk, entry.Id, Sample.Budi));
        Assert.Equal(await HappenedAsync(queue[1].Id), await HappenedAsync(queue[0].Id));

        // An id would tell as much, if it held the place in the journal.
        async Task<string> HappenedAsync(ClaimId claim) => string.Join(", ",
            TestDesk.Value(await desk.Mediator.Send(new GetHistory(claim, Sample.Budi.Id))).Events.Select(one => $"{one.GetType().Name} {one.At:T} {one.Id.Split('-')[0]} {one.Id.Length}"));
    }

    [Fact]
    public async Task What_was_taken_back_leads_nobody_who_may_judge_next()
    {
        var (desk, claim) = await WithFirstDecisionAsync();
        TestDesk.Value(await desk.WithdrawAsync(claim, "decision-1", Sample.Ani));
        Assert.DoesNotContain("decision-1", await SeenByAsync(desk, claim, Sample.Budi), StringComparison.Ordinal);
        Assert.Contains("decision-1-withdrawn", await SeenByAsync(desk, claim, Sample.Ani), StringComparison.Ordinal);

        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve(), "decision-2"));
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve(), "decision-3", Sample.Budi));
        await PassUndoAsync(desk);
        Assert.Contains("decision-1-withdrawn", await SeenByAsync(desk, claim, Sample.Budi), StringComparison.Ordinal);
    }

    /// <summary>Everything that a person can ask about a claim, as it is written at the door.</summary>
    static async Task<string> SeenByAsync(TestDesk desk, ClaimId claim, Actor by)
    {
        var history = TestDesk.Value(await desk.Mediator.Send(new GetHistory(claim, by.Id)));
        var lists = new List<string>();
        foreach (var state in Enum.GetValues<ClaimState>())
            lists.Add(JsonSerializer.Serialize(TestDesk.Value(await desk.Mediator.Send(new ListClaims(by, state))), WorkflowJson.Stored.PageQueueEntry));
        return string.Join('\n',
            JsonSerializer.Serialize(await desk.ClaimAsync(claim, by), WorkflowJson.Stored.ClaimView),
            JsonSerializer.Serialize(history, WorkflowJson.Stored.ClaimHistory),
            JsonSerializer.Serialize(await desk.ArticleAsync(claim.Article), WorkflowJson.Stored.Options),
            JsonSerializer.Serialize(await desk.Mediator.Send(new GetStats()), WorkflowJson.Stored.Stats),
            string.Join('\n', lists));
    }

    [Fact]
    public async Task Two_reviewers_who_differ_leave_it_to_an_editor_who_sees_both()
    {
        var (desk, claim) = await WithFirstDecisionAsync();
        TestDesk.Value(await desk.DecideAsync(claim, new Correct(new(Value: 77, Unit: "km"), new Verdict(1)), "decision-2", Sample.Budi));
        await PassUndoAsync(desk);
        Assert.Empty(await desk.RecordsAsync());

        var seen = await desk.ClaimAsync(claim, Sample.Dewi);
        Assert.Equal(ClaimState.Disagreed, seen.State);
        Assert.Equal(["/verdict", "/figures/0/value", "/figures/0/unit"], seen.Differing!.Fields);
        Assert.Equal([Sample.Ani.Id, Sample.Budi.Id], seen.Differing.Decisions.Select(decision => decision.By));
        Assert.Equal(claim, (await desk.QueueAsync(by: Sample.Dewi))[0].Id); // at the head
        Assert.DoesNotContain(await desk.QueueAsync(by: Sample.Citra), entry => entry.Id == claim);

        Assert.Equal("editorDecides", TestDesk.RefusalOf(await desk.DecideAsync(claim, Sample.Approve(), "decision-3", Sample.Citra)).Code);
        TestDesk.Value(await desk.DecideAsync(claim, new Correct(new(Value: 77), new Verdict(2)), "decision-4", Sample.Dewi));
        await PassUndoAsync(desk);
        var record = Assert.Single(await desk.RecordsAsync()).Record;
        Assert.Equal((77m, 2, 3), (record.Figures[0].Value, record.Verdict!.Rating, record.Decisions.Length));
        Assert.DoesNotContain(await desk.QueueAsync(by: Sample.Dewi), entry => entry.Id == claim);
    }

    [Fact]
    public async Task An_editor_can_reject_what_two_differ_on()
    {
        var (desk, claim) = await WithFirstDecisionAsync();
        TestDesk.Value(await desk.DecideAsync(claim, new Reject(RejectionReason.NotAClaim), "decision-2", Sample.Budi));
        await PassUndoAsync(desk);
        Assert.Equal(["/judgement"], (await desk.ClaimAsync(claim, Sample.Dewi)).Differing!.Fields);
        TestDesk.Value(await desk.DecideAsync(claim, new Reject(RejectionReason.NotAClaim), "decision-3", Sample.Dewi));
        await PassUndoAsync(desk);
        Assert.Equal(ClaimState.Rejected, (await desk.ClaimAsync(claim)).State);
        Assert.Empty(await desk.RecordsAsync());
    }

    [Fact]
    public async Task A_rejection_and_a_plain_correction_need_no_second_and_a_corrected_figure_does()
    {
        var usual = new WorkflowOptions { SecondReviewFrom = 0.99 };
        var (desk, queue) = await WithFloodAsync(usual);
        Assert.Equal(ClaimState.Decided, TestDesk.Value(await desk.DecideAsync(queue[0].Id, new Correct(new(Speaker: "Sekda"), new Verdict(2)))).State);
        var corrected = TestDesk.Value(await desk.DecideAsync(queue[1].Id, new Correct(new(Relation: Relation.Less), new Verdict(2))));
        Assert.Equal((ClaimState.AwaitingSecond, SecondReason.CorrectedFigure), (corrected.State, Assert.Single(corrected.Decision!.SecondFor!)));
    }

    [Fact]
    public async Task Where_nobody_asks_for_it_one_reviewer_is_enough()
    {
        var (desk, claim) = await WithFirstDecisionAsync(new Correct(new(Value: 77), new Verdict(2)), new WorkflowOptions { SecondReviewFrom = 1 });
        await PassUndoAsync(desk);
        Assert.Equal(77, Assert.Single(await desk.RecordsAsync()).Record.Figures[0].Value);
        Assert.Equal(ClaimState.Published, (await desk.ClaimAsync(claim)).State);
    }

    [Fact]
    public async Task Who_often_disagrees_needs_a_second_on_everything()
    {
        var desk = await OpenAsync(new WorkflowOptions { SecondReviewFrom = 0.99 });
        // Ten claims that Ani corrected and Budi approved.
        for (var i = 0; i < 10; i++)
        {
            await desk.SubmitAsync($"Badan Penanggulangan Bencana mengatakan {1250 + i} rumah terendam sejak Senin.", name: $"{i}.txt");
            await desk.Driver.SettleAsync();
            var claim = Assert.Single(await desk.QueueAsync()).Id;
            TestDesk.Value(await desk.DecideAsync(claim, new Correct(new(Value: 9), new Verdict(2)), $"ani-{i}-decides", Sample.Ani));
            TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve(), $"budi-{i}-decides", Sample.Budi));
            await PassUndoAsync(desk);
        }
        await desk.SubmitAsync(Flood);
        await desk.Driver.SettleAsync();
        var next = (await desk.QueueAsync())[0].Id;
        var decided = TestDesk.Value(await desk.DecideAsync(next, Sample.Approve(), "ani-once-more"));
        Assert.Equal(SecondReason.LowAgreement, Assert.Single(decided.Decision!.SecondFor!));
    }

    [Fact]
    public async Task The_first_taken_back_leaves_the_second_as_the_first()
    {
        var (desk, claim) = await WithFirstDecisionAsync();
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve(), "decision-2", Sample.Budi));
        TestDesk.Value(await desk.WithdrawAsync(claim));
        await desk.Driver.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(await desk.RecordsAsync());
        Assert.Equal(ClaimState.AwaitingSecond, (await desk.ClaimAsync(claim, Sample.Budi)).State);

        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve(), "decision-3", Sample.Citra));
        await PassUndoAsync(desk);
        Assert.Equal([Sample.Budi.Id, Sample.Citra.Id], Assert.Single(await desk.RecordsAsync()).Record.Decisions.Select(decision => decision.By));
    }

    [Fact]
    public async Task The_first_is_final_once_its_window_has_passed()
    {
        var (desk, claim) = await WithFirstDecisionAsync();
        await PassUndoAsync(desk);
        Assert.Equal("undoTooLate", TestDesk.RefusalOf(await desk.WithdrawAsync(claim)).Code);
    }
}
