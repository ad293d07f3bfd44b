using System.CommandLine.Parsing;
using System.Globalization;

namespace Verify.Host;

/// <summary>A whole number on the command line, within bounds that its error names.</summary>
static class WholeNumber
{
    public static int Parse(ArgumentResult given, int least, int most)
    {
        if (int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        var option = (given.Parent as OptionResult)?.IdentifierToken?.Value;
        given.AddError(FormattableString.Invariant($"{option} takes {least} to {most}, not \"{given.Tokens[0].Value}\"."));
        return least;
    }
}
