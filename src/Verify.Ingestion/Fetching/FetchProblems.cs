using System.Globalization;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Fetching;

/// <summary>
/// Every reason why an address is not fetched, in one place: refused for good, or failed for now. No message says which network an address
/// leads into, or what stands there: it would be a way to look around inside.
/// </summary>
static class FetchProblems
{
    const string SendText = "Send the text itself.";

    public static Fetched Malformed(string sent) =>
        Refused("addressMalformed", $"{Problems.Short(sent)} is no address of a page. Send one such as \"https://example.org/article\".");

    public static Fetched TooLong(string sent, int most) =>
        Refused("addressMalformed", Say($"{Problems.Short(sent)} has {sent.Length:N0} characters; an address has at most {most:N0}. {SendText}"));

    public static Fetched WithUser(Uri address) =>
        Refused("addressMalformed", $"The address at {address.IdnHost} names a user. Send it without the part before \"@\", if it opens for everybody.");

    public static Fetched NotHttps(Uri address) =>
        Refused("addressNotHttps", $"{Name(address)} is not https: what comes over anything else may have been changed on its way. Send the https address, or the text itself.");

    public static Fetched OtherPort(Uri address) =>
        Refused("addressOtherPort", Say($"{Name(address)} names port {address.Port}, and only the usual one of https is fetched. {SendText}"));

    public static Fetched NotPublic(Uri address) =>
        Refused("addressNotPublic", $"{Name(address)} does not lead to the public web, and nothing else is fetched. {SendText}");

    public static Fetched TooManyRedirects(Uri address, int most) =>
        Refused("tooManyRedirects", Say($"{Name(address)} is where the address led after {most} redirects, and it leads on. Send the address that it ends at, or the text itself."));

    public static Fetched NowhereToGo(Uri address) =>
        Refused("addressMalformed", $"{Name(address)} leads on to something that is no address of a page. {SendText}");

    public static Fetched NotFound(Uri address, int status) =>
        Refused("addressNotFound", Say($"{Name(address)} holds no page (answer {status}). Look whether the address is whole, or send the text itself."));

    public static Fetched Denied(Uri address, int status) =>
        Refused("addressDenied", Say($"{Name(address)} is not given to this desk (answer {status}). {SendText}"));

    public static Fetched TooLarge(Uri address, int most) =>
        Refused("addressTooLarge", Say($"{Name(address)} holds more than the {most:N0} bytes that are fetched. {SendText}"));

    public static Fetched HeadersTooLarge(Uri address) =>
        Refused("addressTooLarge", $"{Name(address)} sends more beside the page than is taken. {SendText}");

    public static Fetched WrongType(Uri address, string? declared, string wanted) =>
        Refused("addressWrongType", $"{Name(address)} holds {Problems.Short(declared ?? "")}; {wanted}. {SendText}");

    public static Fetched NotResolved(Uri address) =>
        Failed("addressUnreachable", $"No address is known for the name {Problems.Short(address.IdnHost)} at the moment. Look whether it is spelt right.");

    public static Fetched Unreachable(Uri address, string why) =>
        Failed("addressUnreachable", $"{Name(address)} cannot be reached: {why}. Try again later, or send the text itself.");

    public static Fetched Unavailable(Uri address, int status, TimeSpan? retryAfter) =>
        Failed("addressUnavailable", Say($"{Name(address)} does not give its page now (answer {status}). Try again later, or send the text itself."), retryAfter);

    public static Fetched Slow(Uri address, TimeSpan longest) =>
        Failed("addressSlow", Say($"{Name(address)} did not give its whole page within {longest.TotalSeconds:0.#} seconds. Try again later, or send the text itself."));

    static Fetched.Refused Refused(string code, string message) => new(new InputProblem(code, message));

    static Fetched.Failed Failed(string code, string message, TimeSpan? retryAfter = null) => new(new InputProblem(code, message), retryAfter);

    static string Name(Uri address) => Problems.Short(address.AbsoluteUri);

    static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
