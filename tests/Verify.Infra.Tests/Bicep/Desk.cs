using System.Text.Json.Nodes;

namespace Verify.Infra.Tests.Bicep;

/// <summary>All that one deployment would make: the templates, evaluated with some parameters. Made once for each set.</summary>
sealed class Desk
{
    const string Subscription = "00000000-0000-0000-0000-000000000001";
    const string Tenant = "00000000-0000-0000-0000-000000000002";

    public const string EntraTenant = "22222222-2222-2222-2222-222222222222";
    public const string EntraClient = "11111111-1111-1111-1111-111111111111";

    const string Needed = $"""
        param environmentName = 'test'
        param location = 'westeurope'
        param entraTenantId = '{EntraTenant}'
        param entraClientId = '{EntraClient}'
        """;

    static readonly Lazy<Task<Desk>> PlainOne = new(() => MakeAsync(""));

    static readonly Lazy<Task<Desk>> FullOne = new(() => MakeAsync("""
        param durableBackend = 'scheduler'
        param languageEnabled = true
        param lockRecords = true
        param recordsCreateOnly = false
        param protectFromDeletion = false
        param publicNetworkAccess = 'Disabled'
        param functionsSubnetId = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n/subnets/functions'
        param alertEmail = 'desk@example.org'
        param deployerId = '33333333-3333-3333-3333-333333333333'
        param callerClientIds = ['44444444-4444-4444-4444-444444444444']
        param hostNames = ['desk.example.org', 'claims.example.org']
        param httpAlwaysReady = 1
        param durableAlwaysReady = 2
        param queueAgeAlertHours = 48
        """));

    Desk(JsonNode snapshot)
    {
        Resources = [.. snapshot["predictedResources"]!.AsArray().Select(resource => new Resource(resource!.AsObject()))];
        Outputs = snapshot["outputs"]!.AsObject();
    }

    public IReadOnlyList<Resource> Resources { get; }

    public JsonObject Outputs { get; }

    /// <summary>With what must be said and nothing else.</summary>
    public static Task<Desk> PlainAsync() => PlainOne.Value;

    /// <summary>With every option turned the other way.</summary>
    public static Task<Desk> FullAsync() => FullOne.Value;

    public static async Task<IReadOnlyList<Desk>> AllAsync() => [await PlainAsync(), await FullAsync()];

    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>The one resource of this type whose name ends so.</summary>
    public Resource The(string type, string name = "") =>
        Assert.Single(OfType(type), resource => resource.Name.EndsWith(name, StringComparison.Ordinal));

    static async Task<Desk> MakeAsync(string parameters)
    {
        using var folder = new TemporaryFolder();
        var main = Path.GetRelativePath(folder.Path, Repository.Main);
        folder.Write("desk.bicepparam", $"using '{main}'\n{Needed}\n{parameters}\n");
        var said = await BicepProgram.RunAsync(folder.Path,
            "snapshot", "desk.bicepparam", "--mode", "overwrite", "--subscription-id", Subscription, "--tenant-id", Tenant);
        Assert.True(said.ExitCode == 0, said.Errors);
        return Read(folder.Read("desk.snapshot.json"));
    }

    static Desk Read(string snapshot)
    {
        var store = new Desk(JsonNode.Parse(snapshot)!).OfType("Microsoft.Storage/storageAccounts")
            .Select(account => account.Name).Single(name => name.StartsWith("stverify", StringComparison.Ordinal));
        var named = snapshot.Replace(store["stverify".Length..], "x", StringComparison.Ordinal);
        return new Desk(Expressions.Resolve(JsonNode.Parse(named))!);
    }
}
