using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Verify.Web.OpenApi;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Log.Proving;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Web.Endpoints;

/// <summary>What was verified, how it came about, and what proves it.</summary>
static class RecordRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/records", RecordEndpoints.ListAsync).Needs(Permission.Read)
            .Does("Lists records",
                "By the month they were sealed in, then by id; each with the correction that took its place (supersededBy) or the retraction that took it back (retractedBy).").Answers<Page<RecordView>>(200).Refuses(400, "limitOutOfRange", "cursorInvalid");
        api.MapGet("/records/export", RecordEndpoints.ExportAsync).Needs(Permission.Read)
            .Does("Exports every record",
                "Superseded ones too, each with what became of it. format=jsonl: one record a line. format=csv: one figure a line, UTF-8 with a byte order mark; text that a spreadsheet would run as a formula begins with an apostrophe.")
            .AnswersBytes("application/jsonl", "text/csv").Refuses(400, "formatUnknown");
        api.MapGet("/records/{id}", RecordEndpoints.GetAsync).Needs(Permission.Read)
            .Does("Gives a record",
                "The exact bytes that its id is the SHA-256 of; as ClaimReview with Accept: application/ld+json or ?format=claimReview; with ?format=view as lists have it, supersededBy and retractedBy beside it. Whatever the form, the headers Link (predecessor-version, successor-version, latest-version) and Verify-Record say what became of it.")
            .Answers<VerifiedRecord>(200).AnswersBytes("application/ld+json").Refuses(404, "recordNotFound");

        api.MapPost("/records/{id}/corrections", RecordEndpoints.CorrectAsync).Needs(Permission.Revise)
            .Does("Corrects a record",
                "With a judgement as of a decision, which states the claim anew as a whole, and a reason that is published. The id names what was seen: it must be the latest of its chain (If-Match may say so too). Another record then takes its place and names it; its own bytes stay, and every view of it says so. The same correction sent again (same id) is the same one. Until undoUntil it can be taken back.")
            .TakesCorrection().Answers<ClaimView>(200)
            .Refuses(400, "bodyMalformed", "ifMatchMalformed").Refuses(403, "roleMayNotRevise").Refuses(404, "recordNotFound")
            .Refuses(409, "revisionUnderWay", "recordRetracted", "revisionIdUsed", "revisionWithdrawn", "notPublished", "recordUnknown").Refuses(412, "recordSuperseded")
            .Refuses(413, "bodyTooLarge").Refuses(415, "notJson")
            .Refuses(422, "reasonMissing", "revisionIdInvalid", "correctionRejects", "nothingRevised", "verdictOutOfRange", "evidenceUrlInvalid", "tooMuchEvidence", "tooLong", "notText")
            .Refuses(422, "readingOpen", "nothingCorrected", "quantityUnknown", "upperMissing", "upperWithoutRange", "rangeReversed");
        api.MapPost("/records/{id}/retractions", RecordEndpoints.RetractAsync).Needs(Permission.Revise)
            .Does("Retracts a record",
                "It should not have been published: a record without a verdict takes its place and says why. Nothing follows a retraction. Otherwise as a correction.")
            .TakesJson<RevisionBody>().Answers<ClaimView>(200)
            .Refuses(400, "bodyMalformed", "ifMatchMalformed").Refuses(403, "roleMayNotRevise").Refuses(404, "recordNotFound")
            .Refuses(409, "revisionUnderWay", "recordRetracted", "revisionIdUsed", "revisionWithdrawn", "notPublished", "recordUnknown").Refuses(412, "recordSuperseded")
            .Refuses(413, "bodyTooLarge").Refuses(415, "notJson").Refuses(422, "reasonMissing", "revisionIdInvalid", "tooLong", "notText");
        foreach (var kind in (string[])["corrections", "retractions"])
            api.MapDelete($"/records/{{id}}/{kind}/{{revisionId}}", RecordEndpoints.WithdrawAsync).Needs(Permission.Revise)
                .Does(kind == "corrections" ? "Takes a correction back" : "Takes a retraction back", "By who made it, until undoUntil. Repeating it is harmless.").Answers<ClaimView>(200)
                .Refuses(403, "notYourDecision").Refuses(404, "recordNotFound", "decisionNotFound").Refuses(409, "undoTooLate");

        api.MapGet("/history/export", AuditEndpoints.HistoryAsync).Needs(Permission.Oversee)
            .Does("Exports what happened to every claim", "One claim a line, by id. While two reviewers must judge apart, each decision is told to its maker alone.")
            .AnswersBytes("application/jsonl");
        api.MapGet("/audit", AuditEndpoints.ReadAsync).Needs(Permission.Oversee)
            .Does("Exports who looked and who was refused", "One line each, of one day (UTC): day=2026-03-02, today by default. What was done stands in the histories. While two reviewers must judge a claim apart, only the own refusals about it are told.")
            .AnswersBytes("application/jsonl").Refuses(400, "dayUnknown");
        api.MapGet("/log/checkpoint", LogEndpoints.CheckpointAsync).AllowAnonymous()
            .Does("Gives the newest checkpoint of the log",
                "For anybody, without sign-in. A signed note (c2sp.org/tlog-checkpoint): the name of the log, how many records it holds, the root over all of them, and nothing of what they say. Keep it elsewhere: verify log check --since compares the log with it later. Answers may be a minute old; If-None-Match asks for a newer one only.")
            .AnswersBytes("text/plain").Refuses(404, "noCheckpoint").Refuses(500, "logBroken");
        api.MapGet("/log/key", LogEndpoints.KeyAsync).AllowAnonymous()
            .Does("Gives the public key of the log", "For anybody, without sign-in. As a verifier key, name+hash+base64 (c2sp.org/signed-note).").AnswersBytes("text/plain");
        api.MapGet("/log/proof", LogEndpoints.ProofAsync).Needs(Permission.Read)
            .Does("Gives a record with the proof that it is in the log",
                "Its exact bytes, its place, the path to the root (RFC 9162) and the signed checkpoint: with the public key, verify log prove checks it without the desk.")
            .Answers<RecordProof>(200).Refuses(404, "recordNotFound").Refuses(409, "notYetSealed").Refuses(500, "logBroken");
    }
}
