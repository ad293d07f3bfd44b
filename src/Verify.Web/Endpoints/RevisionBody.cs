using Microsoft.AspNetCore.Http;
using Verify.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Web.Endpoints;

/// <summary>A correction or retraction as it is sent: an id, the published reason, and of a correction a judgement as of a decision.</summary>
/// <param name="Judgement">Null of a retraction.</param>
sealed record RevisionBody(string Id, string? Reason, Judgement? Judgement)
{
    public static Task<Answer<RevisionBody>> CorrectionAsync(HttpRequest request, CancellationToken cancel) =>
        DecisionBody.ObjectAsync<RevisionBody>(request, sent =>
        {
            // The reason of a rejection has the same name: it makes no record, and is told so by the workflow.
            var isRejection = DecisionBody.Text(sent, "judgement") == "reject";
            var reason = DecisionBody.Text(sent, "reason");
            if (!isRejection && sent["reason"] is not null && reason is null) return DecisionBody.Wrong("\"reason\" is no string: why the record is corrected.", "/reason");
            if (!isRejection) sent.Remove("reason");
            return DecisionBody.Of(sent) switch
            {
                Answer<DecisionBody>.Ok { Value: var decision } => new RevisionBody(decision.Id, reason, decision.Judgement),
                Answer<DecisionBody>.Refused refused => refused.Refusal,
                _ => throw new ArgumentException("A body is read or refused."),
            };
        }, cancel);

    public static Task<Answer<RevisionBody>> RetractionAsync(HttpRequest request, CancellationToken cancel) =>
        DecisionBody.ObjectAsync<RevisionBody>(request, sent =>
        {
            if (DecisionBody.Text(sent, "id") is not { } id) return DecisionBody.Wrong("\"id\" is missing or no string: a UUID made for this retraction.", "/id");
            if (sent["reason"] is not null && DecisionBody.Text(sent, "reason") is null) return DecisionBody.Wrong("\"reason\" is no string: why the record is retracted.", "/reason");
            return sent.Select(field => field.Key).FirstOrDefault(name => name is not ("id" or "reason")) is { } unknown
                ? DecisionBody.Wrong($"/{unknown} is no field of a retraction: it has an id and a reason.", $"/{unknown}")
                : new RevisionBody(id, DecisionBody.Text(sent, "reason"), null);
        }, cancel);
}
