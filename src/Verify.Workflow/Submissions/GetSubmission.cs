using MediatR;

namespace Verify.Workflow.Submissions;

/// <summary>What became of an address that could not be fetched at once.</summary>
public sealed record GetSubmission(string Id) : IRequest<Answer<Submission>>;

sealed class GetSubmissionHandler(SubmissionStore submissions) : IRequestHandler<GetSubmission, Answer<Submission>>
{
    public async Task<Answer<Submission>> Handle(GetSubmission asked, CancellationToken cancel) =>
        SubmissionStore.IsId(asked.Id) && await submissions.FindAsync(asked.Id, cancel) is { } found
            ? found
            : new Refusal(RefusalKind.NotFound, "submissionNotFound", "There is no such submission. The answer to an address that could not be fetched at once says where its submission is.");
}
