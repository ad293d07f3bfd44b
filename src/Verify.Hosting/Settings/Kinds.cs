using System.Globalization;
using Verify.Hosting.Secrets;
using Verify.Storage;
using Verify.Workflow.Log.Notes;

namespace Verify.Hosting.Settings;

/// <summary>Every kind of value that a setting takes. All are read the same in every culture.</summary>
static class Kinds
{
    const int LongestText = 200;

    public static Kind<string> Text { get; } = new(
        $"1 to {LongestText} characters on one line",
        text => text.Length <= LongestText && !text.Any(char.IsControl) ? text : default(Parsed<string>?));

    public static Kind<string> LogName { get; } = new(
        "a name without spaces and plus signs, 100 characters at most, as desk.example.org/log",
        text => text.Length <= 100 && VerifierKey.IsName(text) ? text : default(Parsed<string>?));

    public static Kind<bool> YesNo { get; } = new(
        "true or false", text => bool.TryParse(text, out var value) ? value : default(Parsed<bool>?));

    public static Kind<double> Number { get; } = new(
        "a number with a decimal point, as 0.3",
        text => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : default(Parsed<double>?));

    public static Kind<TimeSpan> Duration { get; } = new(
        "a duration, as 00:00:10, 2.00:00:00 (two days) or PT10S",
        text => Durations.TryParse(text, out var value) ? value : default(Parsed<TimeSpan>?));

    public static Kind<TimeSpan> DurationFrom(TimeSpan least, TimeSpan most) => new(
        $"a duration from {least:c} to {most:c}, as 00:00:10 or PT10S",
        text => Durations.TryParse(text, out var value) && value >= least && value <= most ? value : default(Parsed<TimeSpan>?));

    public static Kind<int> WholeNumber(int least, int most) => new(
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value : default(Parsed<int>?));

    public static Kind<int> WholeNumber() => WholeNumber(int.MinValue, int.MaxValue) with { Takes = "a whole number" };

    /// <summary>The store's own words say what is wrong with an address of its own.</summary>
    public static Kind<string> StoreAddress { get; } = new(
        "a folder, or a container's address as https://account.blob.core.windows.net/verify",
        text => Stores.TryOpen(text, out _, out var error) ? text : Parsed<string>.Not($"names no store. {error}"),
        Addresses.Shown);

    public static Kind<Uri> Https { get; } = new(
        "an https address", text => Addresses.TryParse(text, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : default(Parsed<Uri>?), Addresses.Shown);

    public static Kind<Uri> HttpsHost { get; } = new(
        "an https address with a host alone",
        text => Addresses.TryParse(text, out var address) && address.Scheme == Uri.UriSchemeHttps && address.PathAndQuery == "/" && address.Fragment.Length == 0
            ? address : default(Parsed<Uri>?), Addresses.Shown);

    public static Kind<Uri> Web { get; } = new(
        "an http or https address", text => Addresses.TryParse(text, out var address) ? address : default(Parsed<Uri>?), Addresses.Shown);

    public static Kind<string> HostName { get; } = new(
        "a host name without scheme or port, as desk.example.org, *.example.org or [::1]", text => Addresses.IsHostName(text) ? text : default(Parsed<string>?));

    public static Kind<string> Guid { get; } = new(
        "an id of 32 hexadecimal digits in groups, as 00000000-0000-0000-0000-000000000000",
        text => System.Guid.TryParseExact(text, "D", out var id) ? id.ToString("D") : default(Parsed<string>?));

    /// <summary>A GUID alone: a domain may change hands, and the words that mean any directory would let anybody in.</summary>
    public static Kind<string> Directory { get; } = Guid with { Takes = "the directory's id, a GUID: not a domain, and not \"common\"" };

    /// <summary>A literal value is never echoed.</summary>
    public static Kind<SecretReference> Secret { get; } = new(
        SecretReference.Takes,
        text => SecretReference.TryParse(text, out var reference, out var wrong) ? reference : Parsed<SecretReference>.Not(wrong),
        text => SecretReference.TryParse(text, out var reference, out _) ? reference.ToString() : "(a value that is not shown)");

    /// <summary>Names where telemetry goes; holds a key that lets its holder write there, so it is not shown.</summary>
    public static Kind<string> ConnectionString { get; } = new(
        "the connection string of an Application Insights resource (InstrumentationKey=…;IngestionEndpoint=…)",
        text => text.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase) ? text : Parsed<string>.Not("is no connection string; it starts with InstrumentationKey=…"),
        _ => "(a value that is not shown)");
}
