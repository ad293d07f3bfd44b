using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Web;
using Verify.Workflow;

namespace Verify.Hosting.Tests.Settings;

/// <summary>What settings become, and what stops the start.</summary>
public sealed class DeskSettingsTests
{
    const string Id = "0b2f8a0e-3c55-4c3a-9a43-1f0a6f1f7d11";

    [Fact]
    public void Without_any_setting_the_defaults_of_the_options_hold()
    {
        var settings = Configured.Read();
        Assert.Equal(("verify-data", 5080, new WorkflowOptions()), (settings.Store, settings.Port, settings.Workflow));
        Assert.False(settings.Telemetry.IsOn);
        Assert.Null(settings.Language);
        var (web, served) = (settings.Web(new WebOptions { KeyDirectory = "keys" }), new WebOptions());
        Assert.Equal(served.AllowedHosts, web.AllowedHosts);
        Assert.Equal((served.Publisher, served.SessionLife, "keys"), (web.Publisher, web.SessionLife, web.KeyDirectory));
    }

    [Fact]
    public void Everything_that_is_given_arrives()
    {
        var settings = Configured.Read(
            "Store=https://desk.blob.core.windows.net/verify", "Port=0", "WorthThreshold=0.45", "MostClaimsPerArticle=100",
            "Review:UndoWindow=PT30S", "Review:EscalateAfter=P1D", "Review:ExpireAfter=7.00:00:00",
            "AllowedHosts=desk.example.org,*.example.net", "Publisher=Meja Cek", "SessionLife=01:00:00",
            "SignIn:PseudonymSecret=env:PSEUDONYM_SECRET", $"SignIn:Entra:TenantId={Id}", $"SignIn:Entra:ClientId={Id}", "SignIn:Entra:Instance=https://login.example/",
            "Feeds:Addresses:0=https://example.org/a?x=1,2", "Feeds:Addresses:1=https://example.org/b", "Feeds:Every=01:00:00", "Feeds:FirstItems=3",
            "Language:Endpoint=https://desk.example.org/", "Language:Timeout=00:00:05", "Language:MostCallsPerMinute=10", "Language:MostCallsPerDay=1000",
            "Log:Key=file:/run/log.key", "Telemetry:Otlp=http://127.0.0.1:4318", "Telemetry:Console=true", "Telemetry:AzureMonitor:ConnectionString=InstrumentationKey=1");
        Assert.Equal(new WorkflowOptions
        {
            WorthThreshold = 0.45, MostClaimsPerArticle = 100, UndoWindow = TimeSpan.FromSeconds(30), EscalateAfter = TimeSpan.FromDays(1), ExpireAfter = TimeSpan.FromDays(7),
        }, settings.Workflow);
        Assert.Equal(("https://desk.blob.core.windows.net/verify", 0, "Meja Cek", TimeSpan.FromHours(1)), (settings.Store, settings.Port, settings.Publisher, settings.SessionLife));
        Assert.Equal(["desk.example.org", "*.example.net"], settings.AllowedHosts);
        Assert.Equal(new EntraSettings(Id, Id, new("https://login.example/")), settings.SignIn.Entra);
        Assert.Equal(new SecretReference.InVariable("PSEUDONYM_SECRET"), settings.SignIn.PseudonymSecret!.Reference);
        Assert.Equal([new Uri("https://example.org/a?x=1,2"), new Uri("https://example.org/b")], settings.Feeds.Addresses);
        Assert.Equal((TimeSpan.FromHours(1), 3), (settings.Feeds.Every, settings.Feeds.FirstItems));
        Assert.Equal(new LanguageSettings(new("https://desk.example.org/"), TimeSpan.FromSeconds(5), 10, 1000), settings.Language);
        Assert.Equal("file:/run/log.key", settings.Log.Key!.ToString());
        Assert.Equal(new TelemetrySettings(new("http://127.0.0.1:4318"), Console: true, AzureMonitor: "InstrumentationKey=1"), settings.Telemetry);
    }

    public static TheoryData<string, string[]> Wrong => new()
    {
        { "Verify:Review:UndoWindw is no setting. Did you mean Verify:Review:UndoWindow? docs/settings.md lists all.", ["Review:UndoWindw=00:00:10"] },
        { "Verify:UndoWindow is no setting. Did you mean Verify:Review:UndoWindow? docs/settings.md lists all.", ["UndoWindow=00:00:10"] },
        { "Verify:worththreshhold is no setting. Did you mean Verify:WorthThreshold? docs/settings.md lists all.", ["worththreshhold=0.3"] },
        { "Verify:Colour is no setting. docs/settings.md lists all.", ["Colour=red"] },
        { "Verify:Review is a section and takes no value itself. docs/settings.md lists all.", ["Review=00:00:10"] },
        { "Verify:AllowedHosts:one is no setting. Did you mean Verify:AllowedHosts? docs/settings.md lists all.", ["AllowedHosts:one=desk.example.org"] },
        { "Verify:Review:UndoWindow is \"10\"; it takes a duration, as 00:00:10, 2.00:00:00 (two days) or PT10S.", ["Review:UndoWindow=10"] },
        { "Verify:Review:UndoWindow is \"P1M\"; it takes a duration", ["Review:UndoWindow=P1M"] },
        { "Verify:Review:UndoWindow is \"00:10\"; it takes a duration", ["Review:UndoWindow=00:10"] },
        { "Verify:Review:UndoWindow is -00:00:01; it is not negative.", ["Review:UndoWindow=-00:00:01"] },
        { "Verify:Review:ExpireAfter is 2.00:00:00; it is longer than EscalateAfter (2.00:00:00).", ["Review:ExpireAfter=P2D"] },
        { "Verify:WorthThreshold is \"0,3\"; it takes a number with a decimal point, as 0.3.", ["WorthThreshold=0,3"] },
        { "Verify:WorthThreshold is \"NaN\"; it takes a number with a decimal point, as 0.3.", ["WorthThreshold=NaN"] },
        { "Verify:WorthThreshold is 1.1; it takes 0 to 1.", ["WorthThreshold=1.1"] },
        { "Verify:MostClaimsPerArticle is 0; it takes 1 to 30000.", ["MostClaimsPerArticle=0"] },
        { "Verify:Port is \"65536\"; it takes a whole number from 0 to 65535.", ["Port=65536"] },
        { "Verify:SessionLife is \"00:00:00\"; it takes a duration from 00:00:01 to 30.00:00:00", ["SessionLife=00:00:00"] },
        { "Verify:Store names no store. http://example.org/x: only https is spoken with a store elsewhere", ["Store=http://example.org/x?sig=secret"] },
        { "Verify:AllowedHosts holds an item that is \"*\"; it takes a host name", ["AllowedHosts=desk.example.org,*"] },
        { "Verify:AllowedHosts holds an item that is \"https://desk.example.org\"; it takes a host name", ["AllowedHosts:0=https://desk.example.org"] },
        { "Verify:AllowedHosts is given both as one value and item by item; keep one of them.", ["AllowedHosts=a.example", "AllowedHosts:0=b.example"] },
        { "Verify:SignIn:Entra:ClientId is missing, and Verify:SignIn:Entra:TenantId is given.", [$"SignIn:Entra:TenantId={Id}"] },
        { "Verify:SignIn:Entra:TenantId is missing, and Verify:SignIn:Entra:ClientId is given.", [$"SignIn:Entra:ClientId={Id}"] },
        { "Verify:SignIn:Entra:Instance is given without Verify:SignIn:Entra:TenantId", ["SignIn:Entra:Instance=https://login.example/"] },
        { "Verify:SignIn:Entra:TenantId is \"common\"; it takes the id of one directory", ["SignIn:Entra:TenantId=common", $"SignIn:Entra:ClientId={Id}"] },
        { "Verify:Feeds:Addresses holds an item that is \"https://…@example.org/a?…\"; it takes an https address.", ["Feeds:Addresses=https://user:pass@example.org/a?key=1"] },
        { "Verify:Language:Endpoint is \"http://desk.example.org/\"; it takes an https address.", ["Language:Endpoint=http://desk.example.org/"] },
        { "Verify:Telemetry:Console is \"yes\"; it takes true or false.", ["Telemetry:Console=yes"] },
        { "Verify:Publisher is a Key Vault reference that the platform has not put a value in place of", ["Publisher=@Microsoft.KeyVault(SecretUri=https://desk.vault.azure.net/secrets/a)"] },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named_with_the_way_out(string says, string[] lines) =>
        Assert.StartsWith(says, Assert.Single(Configured.Refused(Configured.With(lines)).Problems), StringComparison.Ordinal);

    [Fact]
    public void All_that_is_wrong_is_told_at_once() => Assert.Equal(
        """
        3 settings are wrong:
          Verify:Colour is no setting. docs/settings.md lists all.
          Verify:Port is "x"; it takes a whole number from 0 to 65535.
          Verify:Telemetry:Console is "yes"; it takes true or false.
        """,
        Configured.Refused(Configured.With("Telemetry:Console=yes", "Colour=red", "Port=x")).Message);

    public static TheoryData<string> Names => [.. KnownSettings.All.Select(setting => setting.Name)];

    [Theory, MemberData(nameof(Names))]
    public void No_setting_is_read_by_nobody(string name) =>
        Assert.Contains($"Verify:{name} ", Configured.Refused(Configured.With($"{name}=nonsense://{new string('x', 300)}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_value_says_nothing(string empty) => Assert.Equal(Configured.Read().Workflow, Configured.Read($"Review:UndoWindow={empty}").Workflow);

    [Fact]
    public void Azure_Functions_needs_a_store_and_the_pseudonym_secret_and_takes_no_port() => Assert.Equal(
        ["Verify:Store is missing.", "Verify:Port is for the program verify;", "Verify:SignIn:PseudonymSecret is missing."],
        Configured.Refused(Configured.With("Port=80"), DeskHost.Functions).Problems.Select(problem => problem[..(problem.IndexOfAny(['.', ';']) + 1)]));
}
