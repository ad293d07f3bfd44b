using System.Net;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.SignIn;

public sealed class PermissionTests
{
    const string Anyone = "submitter reviewer editor operator";

    // Method, path, and the roles that may; every other role gets 403, nobody gets 401.
    public static TheoryData<string, string, string> Routes { get; } = new()
    {
        { "POST", "/api/articles", "submitter reviewer editor" },
        { "GET", "/api/articles", Anyone },
        { "GET", "/api/articles/x", Anyone },
        { "GET", "/api/claims", Anyone },
        { "GET", "/api/claims/x", Anyone },
        { "POST", "/api/claims/x/decisions", "reviewer editor" },
        { "DELETE", "/api/claims/x/decisions/y", "reviewer editor" },
        { "GET", "/api/claims/x/history", Anyone },
        { "POST", "/api/claims/next", "reviewer editor" },
        { "POST", "/api/claims/x/lease", "reviewer editor" },
        { "DELETE", "/api/claims/x/lease", "reviewer editor" },
        { "GET", "/api/history/export", "editor operator" },
        { "GET", "/api/audit", "editor operator" },
        { "GET", "/api/records", Anyone },
        { "GET", "/api/records/x", Anyone },
        { "GET", "/api/records/export?format=csv", Anyone },
        { "POST", "/api/records/x/corrections", "editor" },
        { "POST", "/api/records/x/retractions", "editor" },
        { "DELETE", "/api/records/x/corrections/y", "editor" },
        { "DELETE", "/api/records/x/retractions/y", "editor" },
        { "GET", "/api/quarantine", "editor operator" },
        { "POST", "/api/quarantine/x/release", "editor operator" },
        { "DELETE", "/api/quarantine/x", "editor operator" },
        { "GET", "/api/feeds", "editor operator" },
        { "GET", "/api/stats", Anyone },
        { "GET", "/api/session", Anyone },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_lets_its_roles_in_and_nobody_else(string method, string path, string allowed)
    {
        await using var desk = await WebDesk.OpenAsync();
        (await Answered.SendAsync(desk.Client(), new(method), path)).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
        foreach (var role in Enum.GetValues<Role>())
        {
            var answer = await Answered.SendAsync(desk.Client(role), new(method), path);
            if (allowed.Split(' ').Contains(role.ToString().ToLowerInvariant()))
                Assert.False(answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{role}: {answer.Body}");
            else
                Assert.Contains($"signed in as {role.ToString().ToLowerInvariant()}", answer.IsProblem(HttpStatusCode.Forbidden, "roleMayNot").Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/log/key")]
    public async Task Some_routes_need_no_sign_in(string path)
    {
        await using var desk = await WebDesk.OpenAsync();
        (await desk.Client().AskAsync(path)).Is(HttpStatusCode.OK);
    }
}
