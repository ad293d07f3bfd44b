using System.Reflection;
using Verify.Hosting.Settings;

namespace Verify.Hosting.Tests.Pages;

/// <summary>docs/settings.md tells what the code does.</summary>
public sealed class SettingsPageTests
{
    [Fact]
    public void The_page_holds_the_table_of_all_settings()
    {
        var page = Repository.Read("docs/settings.md");
        var from = page.IndexOf("| setting |", StringComparison.Ordinal);
        var table = page[from..(page.IndexOf("\n\n", from, StringComparison.Ordinal) + 1)];
        Assert.Equal(SettingsPage.Table(), table);
    }

    [Fact]
    public void Every_setting_is_in_the_table() => Assert.Equal(
        typeof(KnownSettings).GetFields(BindingFlags.Static | BindingFlags.Public).Where(field => field.FieldType.IsAssignableTo(typeof(Setting)))
            .Select(field => ((Setting)field.GetValue(null)!).Name).Order(),
        KnownSettings.All.Select(setting => setting.Name).Order());

    [Fact]
    public void Every_default_is_what_its_setting_takes() =>
        Assert.All(KnownSettings.All.Where(setting => setting.Default is not null), setting => Assert.Null(setting.WhyNot(setting.Default!)));
}
