using Verify.Workflow;

namespace Verify.Web.SignIn;

/// <summary>App roles of the directory as roles of the desk.</summary>
static class EntraRoles
{
    /// <summary>
    /// From the most able to the least. An editor may everything that any of the others may; a reviewer who is also an operator judges,
    /// and does not oversee: for both, make them an editor.
    /// </summary>
    static readonly (string Value, Role Role)[] Order =
        [("editor", Role.Editor), ("reviewer", Role.Reviewer), ("operator", Role.Operator), ("submitter", Role.Submitter)];

    /// <summary>What the claim <c>roles</c> holds, as the app registration spells it. Never parsed: "2" is no role.</summary>
    /// <returns>The most able role among them; null where none is one of the desk's.</returns>
    public static Role? MostAble(IEnumerable<string> values)
    {
        var given = values.ToHashSet(StringComparer.Ordinal);
        foreach (var (value, role) in Order)
            if (given.Contains(value)) return role;
        return null;
    }
}
