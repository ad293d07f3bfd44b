using MediatR;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Sealing;

namespace Verify.Workflow.Log.Proving;

/// <summary>The newest checkpoint of the log, as it was signed.</summary>
public sealed record GetCheckpoint : IRequest<Answer<ReadOnlyMemory<byte>>>;

sealed class GetCheckpointHandler(IBlobs blobs, LogSigner signer) : IRequestHandler<GetCheckpoint, Answer<ReadOnlyMemory<byte>>>
{
    public async Task<Answer<ReadOnlyMemory<byte>>> Handle(GetCheckpoint asked, CancellationToken cancel) =>
        (await LogHead.ReadAsync(blobs, signer.Verifier, cancel)).Note is { } note
            ? note
            : new Refusal(RefusalKind.NotFound, "noCheckpoint", "The log has no checkpoint yet: its first is signed soon after the first record is published.");
}

/// <summary>The key that the desk's checkpoints are verified with, as a verifier key.</summary>
public sealed record GetLogKey : IRequest<string>;

sealed class GetLogKeyHandler(LogSigner signer) : IRequestHandler<GetLogKey, string>
{
    public Task<string> Handle(GetLogKey asked, CancellationToken cancel) => Task.FromResult(signer.Verifier.ToString());
}
