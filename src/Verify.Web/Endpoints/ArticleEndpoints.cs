using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Http;
using Verify.Web.Problems;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Articles;

namespace Verify.Web.Endpoints;

static class ArticleEndpoints
{
    public static Task<IResult> SubmitAsync(
        string? lang, string? name, HttpRequest request, ClaimsPrincipal user, WebOptions options, IMediator mediator, CancellationToken cancel) =>
        ArticleBody.ReadAsync(request, options.MostBodyBytes, name, lang, cancel)
            .ThenAsync(input => mediator.Send(new SubmitArticle(input, new("http", user.Actor().Id)), cancel))
            .ResultAsync(Taken);

    public static Task<IResult> ListAsync([AsParameters] PageQuery query, IMediator mediator, CancellationToken cancel) =>
        query.Articles().ThenAsync(list => mediator.Send(list, cancel)).JsonAsync(WorkflowJson.Stored.PageArticleSummary);

    public static Task<IResult> GetAsync(string id, IMediator mediator, CancellationToken cancel) =>
        Find(id).ThenAsync(article => mediator.Send(new GetArticle(article), cancel)).JsonAsync(WorkflowJson.Stored.ArticleView);

    static Answer<ArticleId> Find(string id) => ArticleId.TryParse(id, out var article)
        ? article
        : new Refusal(RefusalKind.NotFound, "articleNotFound", $"\"{id}\" is no article id: 64 lower-case hex digits. GET /api/articles lists them.");

    static IResult Taken(Intake intake) => intake switch
    {
        Intake.Article { Submitted: var article } => new Located(
            $"/api/articles/{article.Id}",
            Results.Json(article, WorkflowJson.Stored.Submitted, statusCode: article.IsKnown ? StatusCodes.Status200OK : StatusCodes.Status202Accepted)),
        Intake.Waiting { Submission: var waiting } => new Located(
            $"/api/submissions/{waiting.Id}", Results.Json(waiting, WorkflowJson.Stored.Submission, statusCode: StatusCodes.Status202Accepted)),
        _ => throw new ArgumentException("What was taken in is an article or waits.", nameof(intake)),
    };

    sealed record Located(string Path, IResult Answer) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers.Location = Path;
            return Answer.ExecuteAsync(context);
        }
    }
}
