using System.Collections.Immutable;
using System.Globalization;
using Verify.Hosting.Secrets;
using Verify.Web;
using Verify.Workflow;
using Verify.Workflow.Feeds;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Notices;

namespace Verify.Hosting.Settings;

/// <summary>The table of all settings. Defaults of options are told by the options themselves.</summary>
static class KnownSettings
{
    static readonly WorkflowOptions Rules = new();
    static readonly WebOptions Served = new();
    static readonly FeedOptions Followed = new();
    static readonly NoticeOptions Told = new();
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static readonly Setting<string> Store = new(
        "Store", Kinds.StoreAddress, "verify-data",
        "Where everything is kept: a folder, or an Azure blob container. In Azure Functions it has no default.");

    public static readonly Setting<int> Port = new(
        "Port", Kinds.WholeNumber(0, 65535), "5080", "The port on 127.0.0.1 that `verify` serves; 0 takes a free one. Azure Functions has its own.");

    public static readonly Setting<double> WorthThreshold = new(
        "WorthThreshold", Kinds.Number, Plain(Rules.WorthThreshold), "Claims below this worth (0 to 1) are kept and not queued.");

    public static readonly Setting<int> MostClaimsPerArticle = new(
        "MostClaimsPerArticle", Kinds.WholeNumber(), Plain(Rules.MostClaimsPerArticle), "The most claims kept of one article (1 to 30000), the worthiest first.");

    public static readonly Setting<TimeSpan> UndoWindow = new(
        "Review:UndoWindow", Kinds.Duration, Plain(Rules.UndoWindow), "How long a decision can be taken back; nothing is published before.");

    public static readonly Setting<TimeSpan> RemindAfter = new(
        "Review:RemindAfter", Kinds.Duration, Plain(Rules.RemindAfter), "When reviewers are reminded of an undecided claim, from its opening; shorter than `Review:EscalateAfter`. Zero for never.");

    public static readonly Setting<TimeSpan> EscalateAfter = new(
        "Review:EscalateAfter", Kinds.Duration, Plain(Rules.EscalateAfter), "When an undecided claim goes to the head of the queue, from its opening.");

    public static readonly Setting<TimeSpan> ExpireAfter = new(
        "Review:ExpireAfter", Kinds.Duration, Plain(Rules.ExpireAfter), "When an undecided claim leaves the queue unverified, from its opening; longer than `Review:EscalateAfter`.");

    public static readonly Setting<double> SecondReviewFrom = new(
        "Review:SecondReviewFrom", Kinds.Number, Plain(Rules.SecondReviewFrom),
        "The risk (0 to 1) from which a second reviewer must judge too, and with it every corrected figure and every reviewer of low agreement. 1 for never.");

    public static readonly Setting<TimeSpan> LeaseFor = new(
        "Review:LeaseFor", Kinds.Duration, Plain(Rules.LeaseFor), "How long a claim is kept for who works on it (10 seconds to 8 hours).");

    public static readonly Setting<ImmutableArray<string>> AllowedHosts = new(
        "AllowedHosts", Kinds.HostName.Many(), string.Join(',', Served.AllowedHosts), "The host names that the desk answers to.");

    public static readonly Setting<string> Publisher = new(
        "Publisher", Kinds.Text, Served.Publisher, "Who publishes: the author of every ClaimReview.");

    public static readonly Setting<TimeSpan> SessionLife = new(
        "SessionLife", Kinds.DurationFrom(Second, TimeSpan.FromDays(30)), Plain(Served.SessionLife), "How long a session lives after its last use.");

    public static readonly Setting<SecretReference> PseudonymSecret = new(
        "SignIn:PseudonymSecret", Kinds.Secret, null,
        "The secret behind reviewers' pseudonyms: base64 of at least 32 bytes that never change. Without it `verify` keeps one in the data folder; Azure Functions needs it.");

    public static readonly Setting<string> TenantId = new(
        "SignIn:Entra:TenantId", Kinds.Directory, null, "The Microsoft Entra directory whose people may sign in. For Azure Functions; goes with `SignIn:Entra:ClientId`.");

    public static readonly Setting<string> ClientId = new(
        "SignIn:Entra:ClientId", Kinds.Guid, null, "The app registration of the desk in that directory.");

    public static readonly Setting<Uri> Instance = new(
        "SignIn:Entra:Instance", Kinds.HttpsHost, "https://login.microsoftonline.com/", "The sign-in service of the directory's cloud.");

    public static readonly Setting<ImmutableArray<string>> Audiences = new(
        "SignIn:Entra:Audiences", Kinds.Text.Many(), "", "Audiences that are taken beside the client id and `api://{client id}`.");

    public static readonly Setting<ImmutableArray<Uri>> FeedAddresses = new(
        "Feeds:Addresses", Kinds.Https.Many(), "", "RSS and Atom feeds whose articles come in.");

    public static readonly Setting<TimeSpan> FeedsEvery = new(
        "Feeds:Every", Kinds.Duration, Plain(Followed.Every), "How often each feed is read, one minute to one day; more seldom where it asks for that, or fails.");

    public static readonly Setting<int> FirstItems = new(
        "Feeds:FirstItems", Kinds.WholeNumber(), Plain(Followed.FirstItems), "How many of a feed's newest items (0 to 1000) are taken when it is read for the first time; what is older stays out.");

    public static readonly Setting<Uri> LanguageEndpoint = new(
        "Language:Endpoint", Kinds.Https, null, "The Azure AI Language resource that is asked beside the extractor. Without it nobody is asked.");

    public static readonly Setting<TimeSpan> LanguageTimeout = new(
        "Language:Timeout", Kinds.DurationFrom(Second, TimeSpan.FromMinutes(5)), Plain(TimeSpan.FromSeconds(10)), "How long asking it about one article may take, tries included.");

    public static readonly Setting<int> CallsPerMinute = new(
        "Language:MostCallsPerMinute", Kinds.WholeNumber(1, 100_000), "60", "The most calls in a minute.");

    public static readonly Setting<int> CallsPerDay = new(
        "Language:MostCallsPerDay", Kinds.WholeNumber(1, 100_000_000), "5000", "The most calls in a day (UTC): a bound on what it costs.");

    public static readonly Setting<SecretReference> LogKey = new(
        "Log:Key", Kinds.Secret, null,
        "The key that signs the log's checkpoints: base64 of 32 bytes that never change. Without it `verify` keeps one in the data folder; Azure Functions needs it.");

    public static readonly Setting<string> LogOrigin = new(
        "Log:Origin", Kinds.LogName, LogSigner.DefaultOrigin,
        "Names the log in its checkpoints, as desk.example.org/log. It never changes: what was signed under another name is another log.");

    public static readonly Setting<string> LogMemory = new(
        "Log:Memory", Kinds.StoreAddress, null,
        "Where the desk remembers the newest checkpoint that it signed, so that it goes on from nothing older: a folder or a container of its own, outside of `Store`, that whoever can write the store cannot write. Without it `verify` remembers beside its keys, and Azure Functions nothing.");

    public static readonly Setting<ImmutableArray<WebhookEndpoint>> Webhooks = new(
        "Notices:Webhooks", NoticeKindsOfSetting.Webhook.Many(), "",
        "Programs that are told: each with a name, its https address (or a reference to it, where the address itself is a secret), and what it is told. What is given as `secret` signs every request; two sign while one is replaced.");

    public static readonly Setting<TimeSpan> DigestEvery = new(
        "Notices:DigestEvery", Kinds.DurationFrom(TimeSpan.FromMinutes(1), TimeSpan.FromDays(7)), Plain(Told.DigestEvery),
        "How long new claims are gathered for webhooks, and for people who want to be told at once.");

    public static readonly Setting<Uri> DeskAddress = new(
        "Notices:DeskAddress", Kinds.Web, null, "Where people reach the desk, for links in notices. `verify` takes its own address on this machine where none is given; Azure Functions writes no links then.");

    public static readonly Setting<string> MailHost = new(
        "Notices:Mail:Host", NoticeKindsOfSetting.Server, null, "The mail server (SMTP) that notices to people go through. Without it nobody is told by mail.");

    public static readonly Setting<int> MailPort = new(
        "Notices:Mail:Port", Kinds.WholeNumber(1, 65535), "587", "Its port: 587 with STARTTLS, 465 with TLS from the start.");

    public static readonly Setting<MailSecurity> MailSecurity = new(
        "Notices:Mail:Security", NoticeKindsOfSetting.Security, "startTls", "How the way there is protected. A server that offers no TLS is not spoken to, unless it is this machine and `none` says so.");

    public static readonly Setting<string> MailUser = new(
        "Notices:Mail:User", Kinds.Text, null, "The name that the desk signs in with there; goes with `Notices:Mail:Password`.");

    public static readonly Setting<SecretReference> MailPassword = new(
        "Notices:Mail:Password", Kinds.Secret, null, "Its password.");

    public static readonly Setting<string> MailFrom = new(
        "Notices:Mail:From", NoticeKindsOfSetting.Address, null, "The address that notices come from; needed with `Notices:Mail:Host`.");

    public static readonly Setting<Uri> Otlp = new(
        "Telemetry:Otlp", Kinds.Web, null,
        "Where traces, metrics and logs go over OTLP, as http://127.0.0.1:4318. The standard `OTEL_EXPORTER_OTLP_ENDPOINT` does the same.");

    public static readonly Setting<bool> TelemetryConsole = new(
        "Telemetry:Console", Kinds.YesNo, "false", "Writes traces and metrics to the console.");

    public static readonly Setting<string> AzureMonitor = new(
        "Telemetry:AzureMonitor:ConnectionString", Kinds.ConnectionString, null,
        "Sends traces, metrics and logs to Application Insights. The standard `APPLICATIONINSIGHTS_CONNECTION_STRING` does the same.");

    /// <summary>What stands below <c>SignIn:Entra</c>.</summary>
    public static ImmutableArray<Setting> Entra { get; } = [TenantId, ClientId, Instance, Audiences];

    /// <summary>What stands below <c>Notices:Mail</c> and means nothing without its host.</summary>
    public static ImmutableArray<Setting> Mail { get; } = [MailPort, MailSecurity, MailUser, MailPassword, MailFrom];

    public static ImmutableArray<Setting> All { get; } =
    [
        Store, Port, WorthThreshold, MostClaimsPerArticle, UndoWindow, RemindAfter, EscalateAfter, ExpireAfter, SecondReviewFrom, LeaseFor, AllowedHosts, Publisher, SessionLife,
        PseudonymSecret, TenantId, ClientId, Instance, Audiences, FeedAddresses, FeedsEvery, FirstItems,
        LanguageEndpoint, LanguageTimeout, CallsPerMinute, CallsPerDay, LogKey, LogOrigin, LogMemory,
        Webhooks, DigestEvery, DeskAddress, MailHost, MailPort, MailSecurity, MailUser, MailPassword, MailFrom, Otlp, TelemetryConsole, AzureMonitor,
    ];

    static string Plain(TimeSpan value) => value.ToString("c");

    static string Plain(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
