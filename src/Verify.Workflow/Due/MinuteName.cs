using System.Globalization;

namespace Verify.Workflow.Due;

/// <summary>A minute as names of marks begin with it: <c>yyyyMMddHHmm</c>, rounded down, UTC. The order of names is the order of time.</summary>
static class MinuteName
{
    const string Format = "yyyyMMddHHmm";

    public const int Length = 12;

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset minute) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out minute);
}
