using System.Globalization;
using System.Text;
using Spectre.Console;
using Verify.Claims;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;
using Verify.Workflow;

namespace Verify.Host.Extracting;

/// <summary>
/// For a person at a terminal: the sentences that hold claims with their figures marked, then how each was read. Nothing here is written in the markup of the
/// library: what reads it is compiled when the program starts, with the table of all emojis.
/// </summary>
static class ExtractionTable
{
    static readonly Style Marked = new(Color.Yellow, decoration: Decoration.Bold), Faint = new(Color.Grey);

    public static void Write(IAnsiConsole console, string text, Extraction extraction)
    {
        if (extraction.Claims.IsEmpty)
        {
            console.Write(new Text("No quantitative claims.\n", Faint));
            return;
        }
        WriteSentences(console, text, extraction);
        console.WriteLine();
        console.Write(Table(text, extraction));
    }

    static void WriteSentences(IAnsiConsole console, string text, Extraction extraction)
    {
        var claimed = Claimed(extraction);
        var written = new HashSet<int>();
        foreach (var claim in extraction.Claims)
        {
            if (!written.Add(claim.Sentence.Start)) continue;
            console.Write(new Padder(Sentence(text, claim.Sentence, extraction, claimed), new Padding(2, 0, 2, 0)));
            console.WriteLine();
        }
    }

    /// <summary>Which quantities a claim has.</summary>
    static bool[] Claimed(Extraction extraction)
    {
        var claimed = new bool[extraction.Quantities.Length];
        foreach (var claim in extraction.Claims)
        {
            foreach (var index in claim.Quantities) claimed[index] = true;
        }
        return claimed;
    }

    static Paragraph Sentence(string text, Excerpt sentence, Extraction extraction, bool[] claimed)
    {
        var line = new Paragraph();
        var at = sentence.Start;
        for (var index = 0; index < claimed.Length; index++)
        {
            var span = extraction.Quantities[index].Span;
            if (!claimed[index] || !sentence.Contains(span) || span.Start < at) continue;
            line.Append(Plain(text[at..span.Start])).Append(Plain(text[span.Start..span.End]), Marked);
            at = span.End;
        }
        return line.Append(Plain(text[at..sentence.End]));
    }

    static Table Table(string text, Extraction extraction)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in (string[])["#", "Figure", "Of what", "Who says so", "Time", "How firmly"]) table.AddColumn(new TableColumn(Heading(heading)));
        table.AddColumn(new TableColumn(Heading("Worth")).RightAligned());
        for (var at = 0; at < extraction.Claims.Length; at++)
        {
            var claim = extraction.Claims[at];
            var first = extraction.Quantities[claim.Quantities[0]];
            table.AddRow(
                Cell((at + 1).ToString(CultureInfo.InvariantCulture)),
                new Text(Plain(Figures(text, claim, extraction)), Marked),
                Cell(first.Counted is { } counted ? Words(text, counted) : claim.Subject is { } subject ? Words(text, subject) : ""),
                Cell(claim.Speaker is { } speaker ? Words(text, speaker) : ""),
                Cell(Times(text, claim)),
                Cell(ExtractionJson.NameOf(claim.Modality)),
                Cell(claim.Worth.ToString("0.00", CultureInfo.InvariantCulture)));
        }
        return table;
    }

    static Text Heading(string words) => new(words) { Overflow = Overflow.Ellipsis };

    static Text Cell(string words) => new(Plain(words));

    static string Figures(string text, Claim claim, Extraction extraction)
    {
        var figures = new List<string>();
        foreach (var index in claim.Quantities) figures.Add(Figure(text, extraction.Quantities[index]));
        return string.Join("; ", figures);
    }

    static string Times(string text, Claim claim)
    {
        var times = new List<string>();
        foreach (var time in claim.Times) times.Add(time.Of == TimeOf.Saying ? $"said {Words(text, time.Span)}" : Words(text, time.Span));
        return string.Join(", ", times);
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
    static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var letter in words) plain.Append(char.IsControl(letter) ? ' ' : letter);
        return plain.ToString();
    }

    static string Words(string text, Excerpt at) => text[at.Start..at.End];
}
