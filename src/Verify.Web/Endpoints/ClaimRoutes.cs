using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Verify.Web.OpenApi;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Web.Endpoints;

/// <summary>Claims: the queue, who works on them, decisions.</summary>
static class ClaimRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/claims", ClaimEndpoints.ListAsync).Needs(Permission.Read)
            .Does("Lists claims in one state", "Those that wait for you come in the order of work, with who works on them.").Answers<Page<QueueEntry>>(200)
            .Refuses(400, "limitOutOfRange", "cursorInvalid", "stateUnknown", "worthOutOfRange");
        api.MapGet("/claims/{id}", ClaimEndpoints.GetAsync).Needs(Permission.Read)
            .Does("Gives a claim",
                "Its ETag names what a reviewer is shown, for If-Match of a decision; it stays when the state changes, so this answer is never 304.").Answers<ClaimView>(200).Refuses(404, "claimNotFound").Refuses(410, "articleErased");
        api.MapGet("/claims/{id}/history", ClaimEndpoints.HistoryAsync).Needs(Permission.Read)
            .Does("Tells what happened to a claim", "Who leased, decided, withdrew and corrected what and when, oldest first. While two reviewers must judge apart, each sees only the own decision.")
            .Answers<ClaimHistory>(200).Refuses(404, "claimNotFound").Refuses(410, "articleErased");
        api.MapPost("/claims/next", ClaimEndpoints.NextAsync).Needs(Permission.Judge)
            .Does("Takes the next claim to judge", "The first of the queue that is yours to judge and that nobody works on; it is kept for you as by its lease. Two who ask at once get different ones.")
            .Answers<ClaimView>(200).Refuses(404, "nothingWaits");
        api.MapPost("/claims/{id}/lease", ClaimEndpoints.LeaseAsync).Needs(Permission.Judge)
            .Does("Says that you work on a claim",
                "Until the time in the answer; sent again, it is prolonged. With {\"note\": …} a claim that somebody else works on is taken over.")
            .TakesJson<LeaseBody>().Answers<ClaimView>(200)
            .Refuses(400, "bodyMalformed").Refuses(404, "claimNotFound").Refuses(410, "articleErased")
            .Refuses(409, "claimLeased", "claimClosed", "alreadyDecided", "anotherReviewerDecides", "editorDecides", "anotherEditorDecides")
            .Refuses(413, "bodyTooLarge").Refuses(422, "tooLong");
        api.MapDelete("/claims/{id}/lease", ClaimEndpoints.EndLeaseAsync).Needs(Permission.Judge)
            .Does("Gives a claim back undecided", "Giving back what you do not hold changes nothing.").Answers<ClaimView>(200).Refuses(404, "claimNotFound").Refuses(410, "articleErased");
        api.MapPost("/claims/{id}/decisions", ClaimEndpoints.DecideAsync).Needs(Permission.Judge)
            .Does("Judges a claim",
                "If-Match holds the claim's ETag. The same decision sent again (same id) is the same decision and gets the same answer. A claim of high risk, a corrected figure and a reviewer who often disagrees ask for a second reviewer; where the two differ, an editor decides.")
            .TakesDecision().Answers<ClaimView>(200)
            .Refuses(400, "bodyMalformed", "ifMatchMalformed").Refuses(404, "claimNotFound").Refuses(410, "articleErased")
            .Refuses(409, "alreadyDecided", "anotherReviewerDecides", "editorDecides", "anotherEditorDecides", "claimLeased", "claimClosed", "decisionIdUsed", "decisionWithdrawn", "decisionLapsed").Refuses(412, "claimChanged")
            .Refuses(413, "bodyTooLarge").Refuses(415, "notJson")
            .Refuses(422, "decisionIdInvalid", "verdictOutOfRange", "evidenceUrlInvalid", "tooMuchEvidence", "noteMissing", "tooLong")
            .Refuses(422, "nothingCorrected", "quantityUnknown", "upperMissing", "upperWithoutRange", "rangeReversed").Refuses(428, "shownMissing");
        api.MapDelete("/claims/{id}/decisions/{decisionId}", ClaimEndpoints.WithdrawAsync).Needs(Permission.Judge)
            .Does("Takes a decision back", "By who made it, until undoUntil. Repeating it is harmless.").Answers<ClaimView>(200)
            .Refuses(404, "claimNotFound", "decisionNotFound").Refuses(410, "articleErased").Refuses(403, "notYourDecision").Refuses(409, "undoTooLate", "decisionLapsed");
    }
}
