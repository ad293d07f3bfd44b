using Verify.Infra.Tests.Bicep;

namespace Verify.Infra.Tests;

public sealed class AlertsTests
{
    const string Search = "Microsoft.Insights/scheduledQueryRules";
    const string Metric = "Microsoft.Insights/metricAlerts";

    /// <summary>End of the name, what its search must ask about, and the number above which somebody is told.</summary>
    public static TheoryData<string, string, int> Searches { get; } = new()
    {
        { "-queue-age", "AppMetrics | where Name == \"verify.queue.age\" |", 24 * 3600 },
        { "-stalled", "AppMetrics | where Name == \"verify.process.stalled\" |", 0 },
        { "-poison", "Uri has \"/articles-poison/\"", 0 },
        { "-failures", "AppRequests | where Success == false", 0 },
        { "-exceptions", "AppExceptions", 5 },
        { "-record-touched", "Uri has \"/verify-records\"", 0 },
    };

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Somebody_is_told_by(string name, string question, int above)
    {
        var rule = (await Desk.PlainAsync()).The(Search, name);
        Assert.Contains(question, rule.At("properties.criteria.allOf[0].query")!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("Value = ", rule.At("properties.criteria.allOf[0].query")!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Value", rule.At("properties.criteria.allOf[0].metricMeasureColumn")!.GetValue<string>());
        Assert.Equal("GreaterThan", rule.At("properties.criteria.allOf[0].operator")!.GetValue<string>());
        Assert.Equal(above, rule.At("properties.criteria.allOf[0].threshold")!.GetValue<int>());
        Assert.Equal("{workspace.id}", rule.At("properties.scopes[0]")!.GetValue<string>());
        Assert.True(rule.At("properties.enabled")!.GetValue<bool>());
    }

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
