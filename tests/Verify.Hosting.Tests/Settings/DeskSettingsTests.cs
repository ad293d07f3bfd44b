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
            "Review:UndoWindow=PT30S", "Review:RemindAfter=PT6H", "Review:SecondReviewFrom=0.5", "Review:LeaseFor=PT5M", "Review:EscalateAfter=P1D", "Review:ExpireAfter=7.00:00:00",
            "AllowedHosts=desk.example.org,*.example.net", "Publisher=Meja Cek", "SessionLife=01:00:00",
            "SignIn:PseudonymSecret=env:PSEUDONYM_SECRET",
            "Feeds:Addresses:0=https://example.org/a?x=1,2", "Feeds:Addresses:1=https://example.org/b", "Feeds:Every=01:00:00", "Feeds:FirstItems=3",
            "Language:Endpoint=https://desk.example.org/", "Language:Timeout=00:00:05", "Language:MostCallsPerMinute=10", "Language:MostCallsPerDay=1000",
            "Log:Key=file:/run/log.key", "Log:Origin=desk.example.org/log", "Log:Memory=/var/lib/verify-memory", "Telemetry:Otlp=http://127.0.0.1:4318", "Telemetry:Console=true", "Telemetry:AzureMonitor:ConnectionString=InstrumentationKey=1");
        Assert.Equal(new WorkflowOptions
        {
            WorthThreshold = 0.45, MostClaimsPerArticle = 100, UndoWindow = TimeSpan.FromSeconds(30), RemindAfter = TimeSpan.FromHours(6), SecondReviewFrom = 0.5, LeaseFor = TimeSpan.FromMinutes(5), EscalateAfter = TimeSpan.FromDays(1), ExpireAfter = TimeSpan.FromDays(7),
        }, settings.Workflow);
        Assert.Equal(("https://desk.blob.core.windows.net/verify", 0, "Meja Cek", TimeSpan.FromHours(1)), (settings.Store, settings.Port, settings.Publisher, settings.SessionLife));
        Assert.Equal(["desk.example.org", "*.example.net"], settings.AllowedHosts);
        Assert.Equal(new SecretReference.InVariable("PSEUDONYM_SECRET"), settings.SignIn.PseudonymSecret!.Reference);
        Assert.Equal(["https://example.org/a?x=1,2", "https://example.org/b"], settings.Feeds.Addresses);
        Assert.Equal((TimeSpan.FromHours(1), 3), (settings.Feeds.Every, settings.Feeds.FirstItems));
        Assert.Equal(new LanguageSettings(new("https://desk.example.org/"), TimeSpan.FromSeconds(5), 10, 1000), settings.Language);
        Assert.Equal(("file:/run/log.key", "desk.example.org/log", "/var/lib/verify-memory"), (settings.Log.Key!.ToString(), settings.Log.Origin, settings.Log.Memory));
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
        { "Verify:Review:RemindAfter is 2.00:00:00; it is shorter than EscalateAfter (2.00:00:00), or zero for no reminder.", ["Review:RemindAfter=P2D"] },
        { "Verify:Review:SecondReviewFrom is 1.5; it takes 0 to 1.", ["Review:SecondReviewFrom=1.5"] },
        { "Verify:Review:LeaseFor is 00:00:01; it takes 00:00:10 to 08:00:00.", ["Review:LeaseFor=PT1S"] },
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
        { "Verify:Feeds:Every is 00:00:01; it is one minute to one day.", ["Feeds:Every=00:00:01"] },
        { "Verify:Feeds:FirstItems is 1001; it takes 0 to 1000.", ["Feeds:FirstItems=1001"] },
        { "Verify:Feeds:Addresses is \"https://example.org/a\" twice; it names each feed once.", ["Feeds:Addresses=https://example.org/a,https://example.org/a"] },
        { "Verify:Feeds:Addresses holds an item that is \"https://…@example.org/a?…\"; it takes an https address.", ["Feeds:Addresses=https://user:pass@example.org/a?key=1"] },
        { "Verify:Language:Endpoint is \"http://desk.example.org/\"; it takes an https address.", ["Language:Endpoint=http://desk.example.org/"] },
        { "Verify:Log:Origin is \"my log\"; it takes a name without spaces and plus signs", ["Log:Origin=my log"] },
        { "Verify:Log:Memory is no place outside of the store: verify-data and verify-data/memory are one folder, or one lies in the other.", ["Log:Memory=verify-data/memory"] },
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

    static DeskSettings InFunctions(params string[] lines) => DeskSettings.Read(
        Configured.With([.. lines, "Store=https://desk.blob.core.windows.net/verify", "SignIn:PseudonymSecret=env:A", "Log:Key=env:B"]), DeskHost.Functions);

    [Fact]
    public void A_directory_arrives_and_no_keys_of_links_are_kept_beside_it()
    {
        var settings = InFunctions(
            $"SignIn:Entra:TenantId={Id}", $"SignIn:Entra:ClientId={Id}", "SignIn:Entra:Instance=https://login.example/", "SignIn:Entra:Audiences=api://verify,api://desk");
        var secret = new Secret(settings.SignIn.PseudonymSecret!.Reference, Convert.ToBase64String(new byte[32]));
        var web = (settings with { SignIn = settings.SignIn with { PseudonymSecret = secret } }).Web(new WebOptions { KeyDirectory = "keys" }).Checked();
        Assert.Null(web.KeyDirectory);
        Assert.Equal((Id, Id, "https://login.example/"), (web.Entra!.TenantId, web.Entra.ClientId, web.Entra.Instance));
        Assert.Equal(["api://verify", "api://desk"], web.Entra.Audiences);
    }

    public static TheoryData<string, string[]> WrongDirectories => new()
    {
        { "Verify:SignIn:Entra:ClientId is missing, and Verify:SignIn:Entra:TenantId is given.", [$"SignIn:Entra:TenantId={Id}"] },
        { "Verify:SignIn:Entra:TenantId is missing, and Verify:SignIn:Entra:ClientId is given.", [$"SignIn:Entra:ClientId={Id}"] },
        { "Verify:SignIn:Entra:Instance is given without Verify:SignIn:Entra:TenantId", ["SignIn:Entra:Instance=https://login.example/"] },
        { "Verify:SignIn:Entra:TenantId is \"common\"; it takes the directory's id, a GUID", ["SignIn:Entra:TenantId=common", $"SignIn:Entra:ClientId={Id}"] },
        { "Verify:SignIn:Entra:TenantId is \"example.org\"; it takes the directory's id, a GUID", ["SignIn:Entra:TenantId=example.org", $"SignIn:Entra:ClientId={Id}"] },
        { "Verify:SignIn:Entra:Instance is \"https://login.example/x\"; it takes an https address with a host alone.", [$"SignIn:Entra:TenantId={Id}", $"SignIn:Entra:ClientId={Id}", "SignIn:Entra:Instance=https://login.example/x"] },
        { "Verify:SignIn:Entra:Audiences is given without Verify:SignIn:Entra:TenantId", ["SignIn:Entra:Audiences=api://verify"] },
    };

    [Theory, MemberData(nameof(WrongDirectories))]
    public void A_directory_that_cannot_work_is_named_with_the_way_out(string says, string[] lines) =>
        Assert.StartsWith(says, Assert.Single(Assert.Throws<SettingsException>(() => InFunctions(lines)).Problems), StringComparison.Ordinal);

    [Fact]
    public void One_process_signs_in_by_links_and_takes_no_directory() => Assert.All(
        Configured.Refused(Configured.With($"SignIn:Entra:TenantId={Id}", $"SignIn:Entra:ClientId={Id}")).Problems,
        problem => Assert.Contains("is for Azure Functions, where the platform signs people in", problem, StringComparison.Ordinal));

    public static TheoryData<string> Names => [.. KnownSettings.All.Select(setting => setting.Name)];

    [Theory, MemberData(nameof(Names))]
    public void No_setting_is_read_by_nobody(string name) =>
        Assert.Contains($"Verify:{name} ", Configured.Refused(Configured.With($"{name}=nonsense://{new string('x', 300)}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_value_says_nothing(string empty) => Assert.Equal(Configured.Read().Workflow, Configured.Read($"Review:UndoWindow={empty}").Workflow);

    [Fact]
    public void Azure_Functions_needs_a_store_and_both_secrets_and_takes_no_port() => Assert.Equal(
        ["Verify:Store is missing.", "Verify:Port is for the program verify;", "Verify:SignIn:PseudonymSecret is missing.", "Verify:Log:Key is missing."],
        Configured.Refused(Configured.With("Port=80"), DeskHost.Functions).Problems.Select(problem => problem[..(problem.IndexOfAny(['.', ';']) + 1)]));
}
