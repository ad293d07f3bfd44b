using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Verify.Web.Assets;
using Verify.Web.OpenApi;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Feeds;
using Verify.Workflow.Log.Proving;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;
using Verify.Workflow.Submissions;

namespace Verify.Web.Endpoints;

/// <summary>Every route of the desk: what it takes, who may, and what it answers.</summary>
static class Routes
{
    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api");

        api.MapPost("/articles", ArticleEndpoints.SubmitAsync).Needs(Permission.Submit)
            .Does("Takes an article in",
                "The body is the article in any format that is read: text, HTML, JSON with text; or a form with one file. The same bytes again are the same article (200). JSON with a url and no text is fetched; where that cannot be done now, the answer is 202 with the submission in place of the article, and its address in Location.")
            .TakesAnyBody().Answers<Submitted>(202, 200).AlsoAnswers<Submission>(202)
            .Refuses(400, "empty", "notText", "invalidEncoding", "wrongShape", "oneFile", "formMalformed", "addressMalformed")
            .Refuses(410, "articleErased").Refuses(413, "tooLarge", "bodyTooLarge").Refuses(415, "unsupportedFormat")
            .Refuses(422, "noArticle", "addressNotHttps", "addressOtherPort", "addressNotPublic", "addressNotFound", "addressDenied", "addressTooLarge", "addressWrongType", "tooManyRedirects");
        api.MapGet("/articles", ArticleEndpoints.ListAsync).Needs(Permission.Read)
            .Does("Lists articles",
                "In the order of their ids.").Answers<Page<ArticleSummary>>(200).Refuses(400, "limitOutOfRange", "cursorInvalid");
        api.MapGet("/articles/{id}", ArticleEndpoints.GetAsync).Needs(Permission.Read)
            .Does("Gives an article", "Its text, and every claim of it that was queued.").Answers<ArticleView>(200).Refuses(404, "articleNotFound").Refuses(410, "articleErased");

        api.MapGet("/submissions/{id}", DeskEndpoints.SubmissionAsync).Needs(Permission.Read)
            .Does("Says what became of an address", "One that could not be fetched at once: it waits, is an article, or was given up and its reason kept.")
            .Answers<Submission>(200).Refuses(404, "submissionNotFound");

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

        api.MapGet("/records", RecordEndpoints.ListAsync).Needs(Permission.Read)
            .Does("Lists records",
                "By the month they were sealed in, then by id.").Answers<Page<RecordView>>(200).Refuses(400, "limitOutOfRange", "cursorInvalid");
        api.MapGet("/records/export", RecordEndpoints.ExportAsync).Needs(Permission.Read)
            .Does("Exports every record",
                "format=jsonl: one record a line. format=csv: one figure a line, UTF-8 with a byte order mark; text that a spreadsheet would run as a formula begins with an apostrophe.")
            .AnswersBytes("application/jsonl", "text/csv").Refuses(400, "formatUnknown");
        api.MapGet("/records/{id}", RecordEndpoints.GetAsync).Needs(Permission.Read)
            .Does("Gives a record",
                "The exact bytes that its id is the SHA-256 of; as ClaimReview with Accept: application/ld+json or ?format=claimReview.")
            .Answers<VerifiedRecord>(200).AnswersBytes("application/ld+json").Refuses(404, "recordNotFound");

        api.MapGet("/history/export", AuditEndpoints.HistoryAsync).Needs(Permission.Oversee)
            .Does("Exports what happened to every claim", "One claim a line, by id. While two reviewers must judge apart, each decision is told to its maker alone.")
            .AnswersBytes("application/jsonl");
        api.MapGet("/audit", AuditEndpoints.ReadAsync).Needs(Permission.Inspect)
            .Does("Exports who looked and who was refused", "One line each, of one day (UTC): day=2026-03-02, today by default. What was done stands in the histories.")
            .AnswersBytes("application/jsonl").Refuses(400, "dayUnknown");
        api.MapGet("/log/checkpoint", LogEndpoints.CheckpointAsync).Needs(Permission.Read)
            .Does("Gives the newest checkpoint of the log",
                "A signed note (c2sp.org/tlog-checkpoint): the name of the log, how many records it holds, the root over all of them. Keep it elsewhere: verify log check --since compares the log with it later.")
            .AnswersBytes("text/plain").Refuses(404, "noCheckpoint").Refuses(500, "logBroken");
        api.MapGet("/log/key", LogEndpoints.KeyAsync).Needs(Permission.Read)
            .Does("Gives the public key of the log", "As a verifier key, name+hash+base64 (c2sp.org/signed-note).").AnswersBytes("text/plain");
        api.MapGet("/log/proof", LogEndpoints.ProofAsync).Needs(Permission.Read)
            .Does("Gives a record with the proof that it is in the log",
                "Its exact bytes, its place, the path to the root (RFC 9162) and the signed checkpoint: with the public key, verify log prove checks it without the desk.")
            .Answers<RecordProof>(200).Refuses(404, "recordNotFound").Refuses(409, "notYetSealed").Refuses(500, "logBroken");

        api.MapGet("/quarantine", DeskEndpoints.QuarantineAsync).Needs(Permission.Oversee)
            .Does("Lists refused inputs",
                "What came in at a door nobody waits at and could not be read, with the reason.").Answers<Page<QuarantinedInput>>(200).Refuses(400, "limitOutOfRange", "cursorInvalid");
        api.MapPost("/quarantine/{id}/release", DeskEndpoints.ReleaseAsync).Needs(Permission.Oversee)
            .Does("Sends a refused input through the door again",
                "It leaves the quarantine when its article is in the store. An address that cannot be fetched yet waits, and the input stays.").Answers<ReleasedInput>(200)
            .Refuses(400, "empty", "notText", "invalidEncoding", "wrongShape", "addressMalformed").Refuses(404, "quarantineNotFound").Refuses(409, "nothingKept").Refuses(410, "articleErased")
            .Refuses(413, "tooLarge").Refuses(415, "unsupportedFormat")
            .Refuses(422, "noArticle", "addressNotHttps", "addressOtherPort", "addressNotPublic", "addressNotFound", "addressDenied", "addressTooLarge", "addressWrongType", "tooManyRedirects");
        api.MapDelete("/quarantine/{id}", DeskEndpoints.DiscardAsync).Needs(Permission.Oversee)
            .Does("Removes the bytes of a refused input",
                "For good; ?reason= says why, and stays with who and when. Repeating it is harmless, and the same input is not kept again.").Answers<QuarantineEnd>(200)
            .Refuses(404, "quarantineNotFound").Refuses(422, "reasonMissing", "tooLong");
        api.MapGet("/stalled", DeskEndpoints.StalledAsync).Needs(Permission.Oversee)
            .Does("Lists what is stalled",
                "Articles and reviews that failed in every try and wait for somebody to mend what stops them.").Answers<Page<StalledProcess>>(200)
            .Refuses(400, "limitOutOfRange", "cursorInvalid");
        api.MapPost("/stalled/{id}/retry", DeskEndpoints.RetryAsync).Needs(Permission.Oversee)
            .Does("Tries a stalled process again", "Now, without waiting for its next try.").Answers<StalledProcess>(200)
            .Refuses(404, "notStalled").Refuses(409, "journalBroken");
        api.MapGet("/feeds", DeskEndpoints.FeedsAsync).Needs(Permission.Oversee)
            .Does("Lists the feeds that the desk follows",
                "In the order of its settings, each as it was last looked at, with what was wrong in words.").Answers<Page<FeedView>>(200);
        api.MapGet("/stats", DeskEndpoints.StatsAsync).Needs(Permission.Read)
            .Does("Counts what the store holds", "Counted now.").Answers<Stats>(200);
        api.MapGet("/session", SignInEndpoints.Session).Needs(Permission.Read)
            .Does("Says who is signed in", "And what that role may do.").Answers<Session>(200);

        routes.MapGet("/health", DeskEndpoints.HealthAsync).AllowAnonymous()
            .Does("Says that the desk and its store answer",
                "For a load balancer; needs no sign-in.").Answers<Health>(200).Refuses(503, "storeUnavailable");
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

        if (routes.ServiceProvider.GetRequiredService<WebOptions>().Entra is null)
        {
            routes.MapGet(SignInPaths.SignIn, SignInEndpoints.SignInAsync).AllowAnonymous().ExcludeFromDescription();
            routes.MapPost(SignInPaths.SignOut, SignInEndpoints.SignOutAsync).Needs(Permission.Read).ExcludeFromDescription();
        }
        else
        {
            routes.MapPost(SignInPaths.SignOut, SignInEndpoints.PlatformSignOut).Needs(Permission.Read).ExcludeFromDescription();
        }
        routes.MapMethods("/", Reading, PageEndpoints.Review).Needs(Permission.Read).ExcludeFromDescription();
        routes.MapMethods("/articles", Reading, PageEndpoints.Articles).Needs(Permission.Read).ExcludeFromDescription();
        routes.MapMethods("/records", Reading, PageEndpoints.Records).Needs(Permission.Read).ExcludeFromDescription();
        routes.MapMethods("/assets/{version}/public/{file}", Reading, PageEndpoints.PublicAsset).AllowAnonymous().ExcludeFromDescription();
        routes.MapMethods("/assets/{version}/{**file}", Reading, PageEndpoints.Asset).Needs(Permission.Read).ExcludeFromDescription();
    }

    static TBuilder Needs<TBuilder>(this TBuilder route, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(permission.Name);
}
