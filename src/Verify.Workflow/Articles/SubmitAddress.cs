using MediatR;
using Verify.Workflow.Ports;
using Verify.Workflow.Submissions;

namespace Verify.Workflow.Articles;

/// <summary>
/// Takes in the article that stands at an address: fetched now where the other side answers soon, else kept and tried again. What can never
/// be fetched or read is refused, and nothing is written.
/// </summary>
/// <param name="Address">Absolute, https.</param>
/// <param name="Language">BCP 47 tag stated by the sender; null to find it.</param>
/// <param name="Stated">What the sender knows of the article better than its page does; null where nothing.</param>
public sealed record SubmitAddress(string Address, ArticleSource Source, string? Language = null, StatedFacts? Stated = null) : IRequest<Answer<Intake>>;

sealed class SubmitAddressHandler(AddressReader pages, Arrivals arrivals, SubmissionStore submissions)
    : IRequestHandler<SubmitAddress, Answer<Intake>>
{
    /// <summary>How long a sender is kept waiting for the other side.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<Answer<Intake>> Handle(SubmitAddress asked, CancellationToken cancel)
    {
        var address = WebAddresses.Canonical(asked.Address);
        var source = asked.Source with { Address = address };
        // Whoever sends it again while it waits does not make the desk knock again.
        if (await submissions.JoinAsync(address, source, cancel) is { } waiting) return new Intake.Waiting(waiting);
        return await pages.ReadAsync(address, asked.Language, asked.Stated, Patience, cancel) switch
        {
            AddressReading.Read read => Intake.Of(await arrivals.TakeInAsync(read.Raw, read.Text, source, cancel)),
            AddressReading.Refused refused => InputRefusal.OfAddress(refused.Problem),
            AddressReading.Failed failed => new Intake.Waiting(await submissions.KeepAsync(address, source, asked, failed, cancel)),
            _ => throw new ArgumentException("A fetch gives text, a refusal or a failure.", nameof(asked)),
        };
    }
}
