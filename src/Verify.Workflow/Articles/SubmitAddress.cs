using MediatR;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Articles;

/// <summary>
/// Takes in the article that stands at an address: fetched now where the other side answers soon, else kept and tried again. What can never
/// be fetched or read is refused, and nothing is written.
/// </summary>
/// <param name="Address">Absolute, https.</param>
/// <param name="Language">BCP 47 tag stated by the sender; null to find it.</param>
/// <param name="Stated">What the sender knows of the article better than its page does; null where nothing.</param>
public sealed record SubmitAddress(string Address, ArticleSource Source, string? Language = null, StatedFacts? Stated = null) : IRequest<Answer<Intake>>;
