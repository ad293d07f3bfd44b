namespace Verify.Workflow.Reviews;

/// <summary>A figure that can be read in two ways is verified only by somebody who said which is meant.</summary>
static class OpenReadings
{
    /// <param name="asRead">The figures that are meant as read.</param>
    /// <param name="correction">Settles the figure whose value it gives.</param>
    public static Refusal? Refuse(Reading reading, IReadOnlyList<int>? asRead, Correction? correction)
    {
        var figures = reading.Quantities;
        foreach (var named in asRead ?? [])
        {
            if (named < 0 || named >= figures.Length) return Refused("quantityUnknown", $"The claim has {figures.Length} quantities; number {named} is not one of them (they count from 0).");
        }
        for (var i = 0; i < figures.Length; i++)
        {
            if (figures[i].Ambiguous is null || asRead?.Contains(i) == true || (correction?.Value is not null && correction.Quantity == i)) continue;
            return Refused(
                "readingOpen",
                $"Figure {i} (\"{figures[i].Text}\") may mean {Written(figures[i].Value, figures[i].Upper)} or {Written(figures[i].Ambiguous, figures[i].AmbiguousUpper)}. Name it in \"asRead\" when the first is meant, else correct its value.");
        }
        return null;
    }

    static string Written(decimal? value, decimal? upper) => FormattableString.Invariant($"{value}{(upper is null ? "" : " to ")}{upper}");

    static Refusal Refused(string code, string message) => new(RefusalKind.Invalid, code, message, "/asRead");
}
