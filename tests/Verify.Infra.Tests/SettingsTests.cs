using Verify.Infra.Tests.Bicep;

namespace Verify.Infra.Tests;

/// <summary>What must stand in a resource, and what it would mean if it did not.</summary>
public sealed class SettingsTests
{
    const string Account = "Microsoft.Storage/storageAccounts";
    const string Blobs = "Microsoft.Storage/storageAccounts/blobServices";
    const string Vault = "Microsoft.KeyVault/vaults";
    const string App = "Microsoft.Web/sites";
    const string Topic = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    /// <summary>Meaning, type, end of the name, path, and the JSON that stands there.</summary>
    public static TheoryData<string, string, string, string, string> Always { get; } = new()
    {
        { "nobody opens the store with a key", Account, "stverifyx", "properties.allowSharedKeyAccess", "false" },
        { "nobody reads the store without signing in", Account, "stverifyx", "properties.allowBlobPublicAccess", "false" },
        { "the store speaks TLS 1.2 and better", Account, "stverifyx", "properties.minimumTlsVersion", "\"TLS1_2\"" },
        { "the store speaks https alone", Account, "stverifyx", "properties.supportsHttpsTrafficOnly", "true" },
        { "the portal asks for the identity first", Account, "stverifyx", "properties.defaultToOAuthAuthentication", "true" },
        { "nothing is copied to another tenant", Account, "stverifyx", "properties.allowCrossTenantReplication", "false" },
        { "names are listed in their order", Account, "stverifyx", "properties.isHnsEnabled", "false" },
        { "an overwritten blob is kept", Blobs, "stverifyx/default", "properties.isVersioningEnabled", "true" },
        { "a deleted blob is kept", Blobs, "stverifyx/default", "properties.deleteRetentionPolicy.enabled", "true" },
        { "a deleted blob is kept for 30 days", Blobs, "stverifyx/default", "properties.deleteRetentionPolicy.days", "30" },
        { "a deleted blob cannot be purged", Blobs, "stverifyx/default", "properties.deleteRetentionPolicy.allowPermanentDelete", "false" },
        { "a deleted container is kept", Blobs, "stverifyx/default", "properties.containerDeleteRetentionPolicy.enabled", "true" },
        { "a deleted container is kept for 30 days", Blobs, "stverifyx/default", "properties.containerDeleteRetentionPolicy.days", "30" },

        { "nobody opens the host's storage with a key", Account, "sthostx", "properties.allowSharedKeyAccess", "false" },
        { "nobody reads the host's storage without signing in", Account, "sthostx", "properties.allowBlobPublicAccess", "false" },
        { "the host's storage speaks TLS 1.2 and better", Account, "sthostx", "properties.minimumTlsVersion", "\"TLS1_2\"" },
        { "the host's storage speaks https alone", Account, "sthostx", "properties.supportsHttpsTrafficOnly", "true" },
        { "the portal asks for the identity first there too", Account, "sthostx", "properties.defaultToOAuthAuthentication", "true" },

        { "secrets are read by role", Vault, "kv-x", "properties.enableRbacAuthorization", "true" },
        { "a deleted secret is kept", Vault, "kv-x", "properties.enableSoftDelete", "true" },
        { "a deleted secret is kept for 90 days", Vault, "kv-x", "properties.softDeleteRetentionInDays", "90" },
        { "a deleted secret cannot be purged", Vault, "kv-x", "properties.enablePurgeProtection", "true" },
        { "no template reads a secret", Vault, "kv-x", "properties.enabledForTemplateDeployment", "false" },
        { "who read a secret is written down", "Microsoft.Insights/diagnosticSettings", "audit", "properties.logs[0].categoryGroup", "\"audit\"" },
        { "who deleted a blob is written down", "Microsoft.Insights/diagnosticSettings", "deletions", "properties.logs[0].category", "\"StorageDelete\"" },
        { "what enters a queue is written down", "Microsoft.Insights/diagnosticSettings", "arrivals", "properties.logs[0].category", "\"StorageWrite\"" },

        { "nobody sends telemetry with a key", "Microsoft.Insights/components", "", "properties.DisableLocalAuth", "true" },
        { "telemetry is kept in the workspace", "Microsoft.Insights/components", "", "properties.WorkspaceResourceId", "\"{workspace.id}\"" },
        { "nobody sends logs with a key", "Microsoft.OperationalInsights/workspaces", "", "properties.features.disableLocalAuth", "true" },

        { "the plan is Flex Consumption", "Microsoft.Web/serverfarms", "", "sku.name", "\"FC1\"" },
        { "the plan runs Linux", "Microsoft.Web/serverfarms", "", "properties.reserved", "true" },
        { "the app speaks https alone", App, "func-verify-x", "properties.httpsOnly", "true" },
        { "the app speaks TLS 1.2 and better", App, "func-verify-x", "properties.siteConfig.minTlsVersion", "\"1.2\"" },
        { "deployments speak TLS 1.2 and better", App, "func-verify-x", "properties.siteConfig.scmMinTlsVersion", "\"1.2\"" },
        { "the app speaks HTTP/2", App, "func-verify-x", "properties.siteConfig.http20Enabled", "true" },
        { "the app has one identity of its own", App, "func-verify-x", "identity.type", "\"UserAssigned\"" },
        { "azd finds the app", App, "func-verify-x", "tags.azd-service-name", "\"functions\"" },
        { "the workers are isolated", App, "func-verify-x", "properties.functionAppConfig.runtime.name", "\"dotnet-isolated\"" },
        { "the workers run .NET 10", App, "func-verify-x", "properties.functionAppConfig.runtime.version", "\"10.0\"" },
        { "the package is fetched with the identity", App, "func-verify-x", "properties.functionAppConfig.deployment.storage.authentication.type", "\"UserAssignedIdentity\"" },
        { "the package is in the host's storage", App, "func-verify-x", "properties.functionAppConfig.deployment.storage.value", "\"https://{hostStorage.name}.blob.core.windows.net/{hostStorage.packageContainer}\"" },
        { "no password deploys", App + "/basicPublishingCredentialsPolicies", "/scm", "properties.allow", "false" },

        { "Event Grid watches the store", "Microsoft.EventGrid/systemTopics", "", "properties.topicType", "\"Microsoft.Storage.StorageAccounts\"" },
        { "Event Grid signs in as itself", "Microsoft.EventGrid/systemTopics", "", "identity.type", "\"SystemAssigned\"" },
        { "only the inbox is news", Topic, "/inbox", "properties.filter.subjectBeginsWith", "\"/blobServices/default/containers/verify-inbox/\"" },
        { "only new files are news", Topic, "/inbox", "properties.filter.includedEventTypes", "[\"Microsoft.Storage.BlobCreated\"]" },
        { "news goes into a queue", Topic, "/inbox", "properties.deliveryWithResourceIdentity.destination.endpointType", "\"StorageQueue\"" },
        { "news goes into the queue of articles", Topic, "/inbox", "properties.deliveryWithResourceIdentity.destination.properties.queueName", "\"articles\"" },
        { "news waits for as long as it takes", Topic, "/inbox", "properties.deliveryWithResourceIdentity.destination.properties.queueMessageTimeToLiveInSeconds", "-1" },
        { "news is delivered without a key", Topic, "/inbox", "properties.deliveryWithResourceIdentity.identity.type", "\"SystemAssigned\"" },
        { "undelivered news is kept", Topic, "/inbox", "properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName", "\"deadletter\"" },
        { "undelivered news is kept without a key", Topic, "/inbox", "properties.deadLetterWithResourceIdentity.identity.type", "\"SystemAssigned\"" },
        { "delivery is tried for a day", Topic, "/inbox", "properties.retryPolicy.eventTimeToLiveInMinutes", "1440" },
        { "delivery is tried as often as can be", Topic, "/inbox", "properties.retryPolicy.maxDeliveryAttempts", "30" },
    };

    /// <summary>The same, of what is off until it is asked for.</summary>
    public static TheoryData<string, string, string, string, string> WhenAsked { get; } = new()
    {
        { "nobody opens Language with a key", "Microsoft.CognitiveServices/accounts", "", "properties.disableLocalAuth", "true" },
        { "Language can be signed in to", "Microsoft.CognitiveServices/accounts", "", "properties.customSubDomainName", "\"lang-verify-x\"" },
        { "Language is the text service", "Microsoft.CognitiveServices/accounts", "", "kind", "\"TextAnalytics\"" },
        { "Language leaves the public network", "Microsoft.CognitiveServices/accounts", "", "properties.publicNetworkAccess", "\"Disabled\"" },
        { "the store leaves the public network", Account, "stverifyx", "properties.publicNetworkAccess", "\"Disabled\"" },
        { "the store lets nobody else in", Account, "stverifyx", "properties.networkAcls.defaultAction", "\"Deny\"" },
        { "the host's storage leaves the public network", Account, "sthostx", "properties.publicNetworkAccess", "\"Disabled\"" },
        { "the vault leaves the public network", Vault, "kv-x", "properties.publicNetworkAccess", "\"Disabled\"" },
        { "the app calls out from the subnet", App, "func-verify-x", "properties.virtualNetworkSubnetId", "\"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n/subnets/functions\"" },
        { "instances are kept warm", App, "func-verify-x", "properties.functionAppConfig.scaleAndConcurrency.alwaysReady", "[{\"name\":\"http\",\"instanceCount\":1},{\"name\":\"durable\",\"instanceCount\":2}]" },
        { "the scheduler has a hub", "Microsoft.DurableTask/schedulers/taskHubs", "dts-verify-x/verify", "name", "\"dts-verify-x/verify\"" },
    };

    [Theory]
    [MemberData(nameof(Always))]
    public async Task Without_an_option(string meaning, string type, string name, string path, string expected) =>
        AssertStands(await Desk.PlainAsync(), meaning, type, name, path, expected);

    [Theory]
    [MemberData(nameof(WhenAsked))]
    public async Task With_every_option(string meaning, string type, string name, string path, string expected) =>
        AssertStands(await Desk.FullAsync(), meaning, type, name, path, expected);

    [Fact]
    public async Task Options_that_nobody_asked_for_make_nothing()
    {
        var plain = await Desk.PlainAsync();
        Assert.Empty(plain.OfType("Microsoft.CognitiveServices/accounts"));
        Assert.Empty(plain.OfType("Microsoft.DurableTask/schedulers"));
        Assert.Empty(plain.OfType("Microsoft.Insights/actionGroups"));
        Assert.Null(plain.The(App).At("properties.virtualNetworkSubnetId"));
    }

    // Flex Consumption refuses an app whose siteConfig says anything about these (ARM error 51021); some regions do, some do not yet.
    [Fact]
    public async Task The_app_says_nothing_that_Flex_Consumption_refuses()
    {
        var said = (await Desk.PlainAsync()).The(App).At("properties.siteConfig")!.AsObject().Select(member => member.Key);
        Assert.Subset(new HashSet<string>(["http20Enabled", "minTlsVersion", "scmMinTlsVersion"]), said.ToHashSet());
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers", "verify verify-inbox verify-log deadletter verify-records app-package log-memory")]
    [InlineData("Microsoft.Storage/storageAccounts/queueServices/queues", "articles articles-poison")]
    public async Task These_and_no_others_are_made(string type, string names) =>
        Assert.Equal(
            names.Split(' ').Order(),
            (await Desk.PlainAsync()).OfType(type).Select(resource => resource.Name.Split('/')[^1]).Order());

    [Fact]
    public async Task No_container_is_open_to_the_public()
    {
        foreach (var desk in await Desk.AllAsync())
            Assert.All(
                desk.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
                container => Assert.Equal("None", container.At("properties.publicAccess")?.GetValue<string>()));
    }

    [Fact]
    public async Task Every_resource_that_can_be_marked_belongs_to_the_environment()
    {
        string[] unmarked = ["Microsoft.Authorization/", "Microsoft.Insights/diagnosticSettings", "Microsoft.EventGrid/systemTopics/"];
        foreach (var desk in await Desk.AllAsync())
            Assert.All(
                desk.Resources.Where(resource => resource.Type.Count(letter => letter == '/') == 1
                    && !unmarked.Any(start => resource.Type.StartsWith(start, StringComparison.Ordinal))),
                resource => Assert.Equal((resource.ToString(), "test"), (resource.ToString(), resource.At("tags.azd-env-name")?.GetValue<string>())));
    }

    static void AssertStands(Desk desk, string meaning, string type, string name, string path, string expected) =>
        Assert.Equal(
            $"{meaning}: {path} = {expected}",
            $"{meaning}: {path} = {desk.The(type, name).At(path)?.ToJsonString() ?? "nothing"}");
}
