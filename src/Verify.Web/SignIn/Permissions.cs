using Microsoft.AspNetCore.Authorization;
using Verify.Workflow;

namespace Verify.Web.SignIn;

/// <summary>What a route asks of who calls it.</summary>
/// <param name="Roles">In words, for who lacks it.</param>
sealed record Permission(string Name, string Roles, Func<Actor, bool> Allows) : IAuthorizationRequirement
{
    /// <summary>Every signed-in person and program; what a route asks that says nothing.</summary>
    public static Permission Read { get; } = new("read", "signed in", _ => true);

    public static Permission Submit { get; } = new("submit", "a submitter, a reviewer or an editor", actor => actor.Role is not Role.Operator);

    public static Permission Judge { get; } = new("judge", "a reviewer or an editor", actor => actor.MayDecide);

    public static Permission Oversee { get; } = new("oversee", "an operator or an editor", actor => actor.Role is Role.Operator or Role.Editor);

    public static Permission Revise { get; } = new("revise", "an editor", actor => actor.MayRevise);

    public static IEnumerable<Permission> All { get; } = [Read, Submit, Judge, Oversee, Revise];

    public void Build(AuthorizationPolicyBuilder policy) => policy
        .AddAuthenticationSchemes(SignedIn.Scheme)
        .RequireAuthenticatedUser()
        .AddRequirements(this);

    public AuthorizationPolicy Alone()
    {
        var policy = new AuthorizationPolicyBuilder();
        Build(policy);
        return policy.Build();
    }
}

sealed class PermissionHandler : AuthorizationHandler<Permission>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Permission requirement)
    {
        if (context.User.FindActor() is { } actor && requirement.Allows(actor)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
