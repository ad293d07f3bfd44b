using System.Net;
using System.Text.Json.Nodes;
using Verify.Web.SignIn;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using static Verify.Web.Tests.SignIn.EntraDirectory;

namespace Verify.Web.Tests.SignIn;

public sealed class EntraRoleTests(EntraFixture shared) : IClassFixture<EntraFixture>
{
    readonly EntraDirectory directory = shared.Directory;
    readonly WebDesk desk = shared.Desk;

    [Theory]
    [InlineData("""["submitter"]""", "submitter")]
    [InlineData("""["reviewer"]""", "reviewer")]
    [InlineData("""["editor"]""", "editor")]
    [InlineData("""["operator"]""", "operator")]
    [InlineData("""["submitter","reviewer"]""", "reviewer")]
    [InlineData("""["operator","editor"]""", "editor")]
    [InlineData("""["operator","reviewer"]""", "reviewer")]
    [InlineData("""["submitter","operator"]""", "operator")]
    [InlineData("""["auditor","reviewer"]""", "reviewer")] // another application's words beside ours
    [InlineData("""["editor","editor"]""", "editor")]
    [InlineData("\"editor\"", "editor")] // a text where a list is usual says the same
    [InlineData("""[]""", null)]
    [InlineData("null", null)]
    [InlineData("""["auditor"]""", null)]
    [InlineData("""["Editor"]""", null)]
    [InlineData("""["editor "]""", null)]
    [InlineData("\"editor,reviewer\"", null)]
    [InlineData("\"submitter reviewer\"", null)]
    [InlineData("""["2"]""", null)]
    [InlineData("2", null)]
    [InlineData("""[["editor"]]""", null)]
    [InlineData("""{"value":"editor"}""", null)]
    public async Task Of_several_roles_the_most_able_counts_and_of_none_nothing_is_allowed(string roles, string? role)
    {
        var token = IdToken();
        token["roles"] = JsonNode.Parse(roles);
        var answer = await desk.Client().AskAsync("/api/session", ("X-MS-TOKEN-AAD-ID-TOKEN", directory.Key.Sign(token)));
        if (role is not null) Assert.Equal(role, (string?)answer.Is(HttpStatusCode.OK).Json["role"]);
        else Assert.Contains("administrator", answer.IsProblem(HttpStatusCode.Forbidden, "roleMissing").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_role_may_nothing_and_is_told_so_on_a_page()
    {
        var token = IdToken();
        token.Remove("roles");
        token["scp"] = "editor";
        token["wids"] = new JsonArray("62e90394-69f5-4237-9190-012177145e10");
        var forwarded = ("X-MS-TOKEN-AAD-ID-TOKEN", directory.Key.Sign(token));
        foreach (var path in new[] { "/api/articles", "/api/claims", "/api/records/export?format=csv", "/api/quarantine", "/api/stats" })
            (await desk.Client().AskAsync(path, forwarded)).IsProblem(HttpStatusCode.Forbidden, "roleMissing");
        var page = await desk.Client().AskAsync("/", forwarded, ("Accept", "text/html"));
        Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (page.Status, page.Content.ContentType?.MediaType));
        Assert.Contains("no role", page.Body, StringComparison.Ordinal);
        Assert.Contains("/.auth/logout", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_another_role_is_told_which_is_needed()
    {
        var answer = await desk.Client().AskAsync("/api/quarantine", ("X-MS-TOKEN-AAD-ID-TOKEN", directory.Key.Sign(IdToken("reviewer"))));
        Assert.Contains("an operator or an editor", answer.IsProblem(HttpStatusCode.Forbidden, "roleMayNot").Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("link", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_roles_goes_with_what_they_may()
    {
        static int Allowed(Role role) => Permission.All.Count(permission => permission.Allows(new("r-0", role)));
        var roles = Enum.GetValues<Role>();
        foreach (var (one, other) in from one in roles from other in roles where Allowed(one) > Allowed(other) select (one, other))
            Assert.Equal(one, EntraRoles.MostAble([Name(other), Name(one)]));
        Assert.All(Permission.All, permission => Assert.True(permission.Allows(new("r-0", Role.Editor))));
        static string Name(Role role) => role.ToString().ToLowerInvariant();
    }
}
