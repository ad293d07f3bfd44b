using System.Globalization;
using Spectre.Console;
using Verify.Claims;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;
using Verify.Workflow;

namespace Verify.Host.Extracting;

/// <summary>For a person at a terminal: the sentences that hold claims with their figures marked, then how each was read.</summary>
static class ExtractionTable
{
    public static void Write(string text, Extraction extraction)
    {
        if (extraction.Claims.IsEmpty)
        {
            AnsiConsole.MarkupLine("[grey]No quantitative claims.[/]");
            return;
        }
        WriteSentences(text, extraction);
        AnsiConsole.WriteLine();
        AnsiConsole.Write(Table(text, extraction));
    }

    static void WriteSentences(string text, Extraction extraction)
    {
        foreach (var sentence in extraction.Claims.Select(claim => claim.Sentence).Distinct())
        {
            var line = new Markup(Marked(text, sentence, extraction));
            AnsiConsole.Write(new Padder(line, new Padding(2, 0, 2, 0)));
            AnsiConsole.WriteLine();
        }
    }

    static string Marked(string text, Excerpt sentence, Extraction extraction)
    {
        var marked = new System.Text.StringBuilder();
        var at = sentence.Start;
        foreach (var quantity in extraction.Quantities.Where(quantity => sentence.Contains(quantity.Span) && IsClaimed(extraction, quantity)))
        {
            if (quantity.Span.Start < at) continue;
            marked.Append(Plain(text[at..quantity.Span.Start])).Append("[bold yellow]").Append(Plain(text[quantity.Span.Start..quantity.Span.End])).Append("[/]");
            at = quantity.Span.End;
        }
        return marked.Append(Plain(text[at..sentence.End])).ToString();
    }

    static bool IsClaimed(Extraction extraction, Quantity quantity) =>
        extraction.Claims.Any(claim => claim.Quantities.Any(index => ReferenceEquals(extraction.Quantities[index], quantity)));

    static Table Table(string text, Extraction extraction)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("#", "Figure", "Of what", "Who says so", "Time", "How firmly");
        table.AddColumn(new TableColumn("Worth").RightAligned());
        foreach (var (number, claim) in extraction.Claims.Index())
        {
            var quantities = claim.Quantities.Select(index => extraction.Quantities[index]).ToArray();
            table.AddRow(
                (number + 1).ToString(CultureInfo.InvariantCulture),
                $"[bold yellow]{Plain(string.Join("; ", quantities.Select(quantity => Figure(text, quantity))))}[/]",
                Plain(quantities[0].Counted is { } counted ? Words(text, counted) : claim.Subject is { } subject ? Words(text, subject) : ""),
                Plain(claim.Speaker is { } speaker ? Words(text, speaker) : ""),
                Plain(string.Join(", ", claim.Times.Select(time => time.Of == TimeOf.Saying ? $"said {Words(text, time.Span)}" : Words(text, time.Span)))),
                claim.Modality.ToString().ToLowerInvariant(),
                claim.Worth.ToString("0.00", CultureInfo.InvariantCulture));
        }
        return table;
    }

    /// <summary>A figure in the notation of the contract: <c>&gt; 500</c>, <c>5..10 km</c>.</summary>
    internal static string Figure(string text, Quantity quantity)
    {
        var value = quantity.Upper is { } upper
            ? string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:0.#############}..{upper:0.#############}")
            : string.Create(CultureInfo.InvariantCulture, $"{quantity.Relation.Symbol()} {quantity.Value:0.#############}");
        return quantity.Unit is { } unit ? $"{value} {unit.Code ?? Words(text, unit.Span)}" : value;
    }

    // Control characters of an article must not steer the terminal.
    static string Plain(string words) => Markup.Escape(string.Concat(words.Select(letter => char.IsControl(letter) ? ' ' : letter)));

    static string Words(string text, Excerpt at) => text[at.Start..at.End];
}
