using Verify.Infra.Tests.Bicep;

namespace Verify.Infra.Tests;

public sealed class AlertsTests
{
    const string Search = "Microsoft.Insights/scheduledQueryRules";
    const string Metric = "Microsoft.Insights/metricAlerts";

    /// <summary>End of the name, what its search must ask about, and the number beyond which somebody is told.</summary>
    public static TheoryData<string, string, string, int> Searches { get; } = new()
    {
        { "-queue-age", "AppMetrics | where Name == \"verify.queue.age\" |", "GreaterThan", 24 * 3600 },
        { "-stalled", "AppMetrics | where Name == \"verify.process.stalled\" |", "GreaterThan", 0 },
        { "-poison", "Uri contains \"/articles-poison/\"", "GreaterThan", 0 },
        { "-failures", "AppRequests | where Success == false", "GreaterThan", 5 },
        { "-exceptions", "AppExceptions", "GreaterThan", 5 },
        { "-record-touched", "Uri contains \"/verify-records\"", "GreaterThan", 0 },
        { "-silent", "AppRequests | where Name == \"SweepDue\" |", "LessThan", 1 },
    };

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Somebody_is_told_by(string name, string question, string told, int than)
    {
        var rule = (await Desk.PlainAsync()).The(Search, name);
        Assert.Contains(question, rule.At("properties.criteria.allOf[0].query")!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("Value = ", rule.At("properties.criteria.allOf[0].query")!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Value", rule.At("properties.criteria.allOf[0].metricMeasureColumn")!.GetValue<string>());
        Assert.Equal(told, rule.At("properties.criteria.allOf[0].operator")!.GetValue<string>());
        Assert.Equal(than, rule.At("properties.criteria.allOf[0].threshold")!.GetValue<int>());
        Assert.Equal("{workspace.id}", rule.At("properties.scopes[0]")!.GetValue<string>());
        Assert.True(rule.At("properties.enabled")!.GetValue<bool>());
    }

    [Fact]
    public async Task These_and_no_others_are_searched_for() =>
        Assert.Equal(Searches.Select(row => row.Data.Item1).Order(), (await Desk.PlainAsync()).OfType(Search).Select(rule => rule.Name["alert-verify-x".Length..]).Order());

    [Fact]
    public void The_sweep_that_is_missed_when_the_desk_is_down_has_that_name() =>
        Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Verify.Functions"), "*.cs", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains("[Function(\"SweepDue\")]", StringComparison.Ordinal));

    [Theory]
    [InlineData("-storage-0", "Availability", "LessThan", "{store.id}")]
    [InlineData("-storage-1", "Availability", "LessThan", "{hostStorage.id}")]
    [InlineData("-deadletter", "DeadLetteredCount", "GreaterThan", "{inboxEvents.id}")]
    public async Task A_metric_is_watched(string name, string metric, string comparison, string scope)
    {
        var alert = (await Desk.PlainAsync()).The(Metric, name);
        Assert.Equal(
            (metric, comparison, scope, true),
            (alert.At("properties.criteria.allOf[0].metricName")!.GetValue<string>(),
                alert.At("properties.criteria.allOf[0].operator")!.GetValue<string>(),
                alert.At("properties.scopes[0]")!.GetValue<string>(),
                alert.At("properties.enabled")!.GetValue<bool>()));
    }

    [Fact]
    public async Task With_an_address_every_alert_is_sent_there_and_without_one_none()
    {
        var (plain, full) = (await Desk.PlainAsync(), await Desk.FullAsync());
        var people = full.The("Microsoft.Insights/actionGroups");
        Assert.Equal("desk@example.org", people.At("properties.emailReceivers[0].emailAddress")!.GetValue<string>());
        Assert.All(full.OfType(Search), rule => Assert.Equal(people.Id, rule.At("properties.actions.actionGroups[0]")!.GetValue<string>()));
        Assert.All(full.OfType(Metric), alert => Assert.Equal(people.Id, alert.At("properties.actions[0].actionGroupId")!.GetValue<string>()));
        Assert.All(plain.OfType(Search), rule => Assert.Empty(rule.At("properties.actions.actionGroups")!.AsArray()));
        Assert.All(plain.OfType(Metric), alert => Assert.Empty(alert.At("properties.actions")!.AsArray()));
    }

    [Fact]
    public async Task The_hours_are_an_option() =>
        Assert.Equal(48 * 3600, (await Desk.FullAsync()).The(Search, "-queue-age").At("properties.criteria.allOf[0].threshold")!.GetValue<int>());
}
