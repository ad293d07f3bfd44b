using System.Text.Json.Serialization;

namespace Verify.Workflow.Audit;

/// <summary>Somebody looked at something, or was refused something. What was done stands in the journals.</summary>
/// <param name="By">A pseudonym.</param>
/// <param name="What">The request in camelCase: <c>getClaim</c>, <c>decide</c>; of a role that lacks a route, its method and pattern.</param>
/// <param name="About">An article's or a claim's id; not written where the request is about neither.</param>
/// <param name="Refused">The refusal's code; not written of a look that was answered.</param>
public sealed record AuditEntry(
    DateTimeOffset At, string By, string What,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? About = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Refused = null);

/// <summary>A request of a person or program that the audit log is told of: whenever it is refused, and where it is a look also when it is answered.</summary>
public interface IAudited
{
    /// <summary>A pseudonym.</summary>
    string Person { get; }

    bool IsLook => false;
}
