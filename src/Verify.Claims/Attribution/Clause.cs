using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>A clause in tokens, and what it is about.</summary>
/// <param name="Subject">Empty where there is none; before <paramref name="Place"/> where the clause leaves it out.</param>
readonly record struct Clause(Stretch Place, Stretch Subject);
