using Verify.Infra.Tests.Bicep;

namespace Verify.Infra.Tests;

/// <summary>Who may do what on which resource: exactly this.</summary>
public sealed class RolesTests
{
    const string App = "{identity.principalId}";
    const string Topic = "{evgt-verify-x.identity.principalId}";
    const string Deployer = "33333333-3333-3333-3333-333333333333";

    /// <summary>The whole list of built-in roles that anybody is given. A longer list is a decision.</summary>
    static readonly Dictionary<string, string> Allowed = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "Storage Queue Data Message Sender",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["7628b7b8-a8b2-4cdc-b46f-e9b35248918e"] = "Cognitive Services Language Reader",
        ["0ad04412-c4d5-4796-b79c-f76d14c8d402"] = "Durable Task Data Contributor",
    };

    static readonly (string On, string Role, string Whom)[] Always =
    [
        ("appi-verify-x", "Monitoring Metrics Publisher", App),
        ("kv-x", "Key Vault Secrets User", App),
        ("verify", "Storage Blob Data Contributor", App),
        ("verify-inbox", "Storage Blob Data Contributor", App),
        ("verify-log", "Storage Blob Data Contributor", App),
        ("articles", "Storage Queue Data Contributor", App),
        ("articles-poison", "Storage Queue Data Contributor", App),
        ("sthostx", "Storage Blob Data Owner", App),
        ("sthostx", "Storage Queue Data Contributor", App),
        ("sthostx", "Storage Table Data Contributor", App),
        ("articles", "Storage Queue Data Message Sender", Topic),
        ("deadletter", "Storage Blob Data Contributor", Topic),
    ];

    public static TheoryData<string, string> TooMuch { get; } = new()
    {
        { "Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" },
        { "Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c" },
        { "User Access Administrator", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9" },
        { "Role Based Access Control Administrator", "f58310d9-a9f6-439a-9e8d-f62e7b41a168" },
        { "Storage Account Contributor", "17d1049b-9a84-46fb-8f53-869881c3d3ab" },
        { "Storage Account Key Operator", "81a9662b-bebf-436f-a333-f67b29880f12" },
        { "Key Vault Administrator", "00482a5a-887f-4fb3-b363-3b7fe8e74483" },
    };

    [Fact]
    public async Task Without_an_option_these_roles_are_given_and_no_others() =>
        AssertGiven([.. Always, ("verify-records", "Verify record creator (stverifyx)", App)], await Desk.PlainAsync());

    [Fact]
    public async Task With_every_option_these_roles_are_given_and_no_others() =>
        AssertGiven(
            [
                .. Always,
                ("verify-records", "Storage Blob Data Contributor", App),
                ("kv-x", "Key Vault Secrets Officer", Deployer),
                ("lang-verify-x", "Cognitive Services Language Reader", App),
                ("dts-verify-x", "Durable Task Data Contributor", App),
            ],
            await Desk.FullAsync());

    [Fact]
    public async Task The_role_for_records_creates_and_reads_and_does_nothing_else()
    {
        var role = Assert.Single((await Desk.PlainAsync()).OfType("Microsoft.Authorization/roleDefinitions"));
        var permission = Assert.Single(role.At("properties.permissions")!.AsArray())!;
        Assert.Equal(["Microsoft.Storage/storageAccounts/blobServices/containers/read"], Texts(permission["actions"]));
        Assert.Equal(
            [
                "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
                "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action",
            ],
            Texts(permission["dataActions"]));
        Assert.EndsWith("/resourceGroups/rg-test", Assert.Single(Texts(role.At("properties.assignableScopes"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_given_on_the_resource_group_or_above()
    {
        foreach (var desk in await Desk.AllAsync())
            Assert.All(
                desk.OfType("Microsoft.Authorization/roleAssignments"),
                given => Assert.Matches("/resourceGroups/rg-test/providers/.+/providers/Microsoft.Authorization/", given.Id));
    }

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void A_role_that_may_too_much_is_named_nowhere(string role, string id) =>
        Assert.All(
            Directory.EnumerateFiles(Repository.Infra, "*", SearchOption.AllDirectories),
            file => Assert.False(File.ReadAllText(file).Contains(id, StringComparison.OrdinalIgnoreCase), $"{file} names {role}."));

    static void AssertGiven((string On, string Role, string Whom)[] expected, Desk desk)
    {
        var own = desk.OfType("Microsoft.Authorization/roleDefinitions")
            .ToDictionary(role => role.Name, role => role.At("properties.roleName")!.GetValue<string>());
        var given = desk.OfType("Microsoft.Authorization/roleAssignments").Select(role =>
        {
            var id = role.At("properties.roleDefinitionId")!.GetValue<string>().Split('/')[^1];
            return (role.On, Allowed.GetValueOrDefault(id) ?? own.GetValueOrDefault(id) ?? $"a role not on the list: {id}",
                role.At("properties.principalId")!.GetValue<string>());
        });
        Assert.Equal(expected.Order().Select(role => $"{role}"), given.Order().Select(role => $"{role}"));
    }

    static IEnumerable<string> Texts(System.Text.Json.Nodes.JsonNode? list) => list!.AsArray().Select(text => text!.GetValue<string>());
}
