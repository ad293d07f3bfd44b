using Verify.Infra.Tests.Bicep;

namespace Verify.Infra.Tests;

/// <summary>Nobody changes or deletes a record unseen, and what was erased is gone in the end.</summary>
public sealed class RecordsTests
{
    const string Policies = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";

    [Fact]
    public async Task A_record_stays_as_it_is_for_ten_years()
    {
        var policy = (await Desk.PlainAsync()).The(Policies);
        Assert.Equal("stverifyx/default/verify-records/default", policy.Name);
        Assert.Equal(3650, policy.At("properties.immutabilityPeriodSinceCreationInDays")!.GetValue<int>());
        Assert.False(policy.At("properties.allowProtectedAppendWrites")!.GetValue<bool>());
    }

    // A policy that is locked refuses the template's next deployment: from then on the hook alone speaks of it.
    [Fact]
    public async Task Once_the_time_is_locked_the_template_leaves_it_alone()
    {
        var full = await Desk.FullAsync();
        Assert.Empty(full.OfType(Policies));
        Assert.True(full.Outputs["VERIFY_LOCK_RECORDS"]!.GetValue<bool>());
        Assert.Equal(3650, full.Outputs["VERIFY_RECORD_RETENTION_DAYS"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_account_is_not_deleted_by_a_slip_of_the_hand()
    {
        var theLock = (await Desk.PlainAsync()).The("Microsoft.Authorization/locks");
        Assert.Equal(("stverifyx", "CanNotDelete"), (theLock.On, theLock.At("properties.level")!.GetValue<string>()));
        Assert.Empty((await Desk.FullAsync()).OfType("Microsoft.Authorization/locks"));
    }

    [Theory]
    [InlineData("verify-records/2026/11/a.json")]
    [InlineData("verify/journals/article/a")]
    [InlineData("verify/journals/review/a-1")]
    [InlineData("verify-log/checkpoint")]
    [InlineData("verify-log/tile/0/000")]
    public async Task No_rule_reaches(string name) =>
        Assert.DoesNotContain(await RulesAsync(), rule => rule.Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

    [Fact]
    public async Task These_rules_forget_and_no_others() =>
        Assert.Equal(
            [
                "forget-working-names: verify/due/ verify/leases/ verify/queue/ verify/states/ version.delete 7",
                "forget-what-was-erased: verify/articles/ verify/quarantine/ verify-inbox/ version.delete 30",
                "cool-old-articles: verify/articles/ baseBlob.tierToCool 90",
                "clean-dead-letters: deadletter/ baseBlob.delete 90 version.delete 90",
            ],
            (await RulesAsync()).Select(rule => $"{rule.Name}: {string.Join(' ', rule.Prefixes)} {rule.Actions}"));

    // Journals are append blobs, and rules that name block blobs alone pass them by, whatever their prefix.
    [Fact]
    public async Task Every_rule_names_a_prefix_and_block_blobs_alone() =>
        Assert.All(await RulesAsync(), rule =>
        {
            Assert.NotEmpty(rule.Prefixes);
            Assert.Equal("blockBlob", rule.Types);
        });

    static async Task<IReadOnlyList<(string Name, string[] Prefixes, string Types, string Actions)>> RulesAsync()
    {
        var policy = (await Desk.PlainAsync()).The("Microsoft.Storage/storageAccounts/managementPolicies");
        return
        [
            .. policy.At("properties.policy.rules")!.AsArray().Select(rule =>
            {
                var (filters, actions) = (rule!["definition"]!["filters"]!, rule["definition"]!["actions"]!.AsObject());
                return (
                    rule["name"]!.GetValue<string>(),
                    filters["prefixMatch"]!.AsArray().Select(prefix => prefix!.GetValue<string>()).ToArray(),
                    string.Join(' ', filters["blobTypes"]!.AsArray()),
                    string.Join(' ', actions.SelectMany(on => on.Value!.AsObject().Select(action =>
                        $"{on.Key}.{action.Key} {action.Value!.AsObject().Single().Value}"))));
            }),
        ];
    }
}
