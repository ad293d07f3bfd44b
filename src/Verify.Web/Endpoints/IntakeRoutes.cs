using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Verify.Web.OpenApi;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Submissions;

namespace Verify.Web.Endpoints;

/// <summary>Articles and addresses: what comes in.</summary>
static class IntakeRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
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
    }
}
