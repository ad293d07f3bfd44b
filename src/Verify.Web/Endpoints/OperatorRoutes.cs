using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Verify.Web.OpenApi;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Feeds;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Stalls;

namespace Verify.Web.Endpoints;

/// <summary>What operators look after, and what anybody may ask of the desk.</summary>
static class OperatorRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
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
    }
}
