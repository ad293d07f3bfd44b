using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Verify.Claims.Tests.Numerals;

/// <summary>
/// Whole numbers as ICU's RuleBasedNumberFormat spells them, in every language that it spells: those of <c>spelled-numbers.tsv</c>
/// (language, number, text), and fresh ones where ICU is at hand.
/// </summary>
public sealed class SpelledNumbersTests
{
    const string Speller = "Numerals/spell.py";
    const double Least = 0.99;

    public static IEnumerable<TheoryDataRow<string>> Languages() => Kept().Select(row => row.Language).Distinct().Select(tag => new TheoryDataRow<string>(tag));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Spelled_numbers_are_read_back(string language)
    {
        var wrong = Kept().Where(row => row.Language == language && !IsRead(row)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Select(Shown)));
    }

    [Fact]
    public void Fresh_random_numbers_are_read_back_in_every_language()
    {
        var seed = Random.Shared.Next();
        if (Spelled(seed) is not { } rows)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "python3-icu is missing.");
            Assert.Skip("python3-icu is not installed, which spells the numbers.");
            return;
        }
        foreach (var language in rows.GroupBy(row => row.Language))
        {
            var wrong = language.Where(row => !IsRead(row)).ToList();
            Assert.True(wrong.Count <= (1 - Least) * language.Count(), $"seed {seed}\n{string.Join('\n', wrong.Select(Shown))}");
        }
        Assert.True(rows.Select(row => row.Language.Split('-')[0]).Distinct().Count() >= 70, "ICU spells fewer languages than it should.");
    }

    static bool IsRead(Row row) =>
        ClaimExtractor.For(row.Language)?.Extract(row.Text).Quantities is [var quantity] && quantity.Value == row.Value && quantity.Number.Start == 0;

    static string Shown(Row row) => $"{row.Language} {row.Value} \"{row.Text}\" is read as {string.Join(", ", ClaimExtractor.For(row.Language)?.Extract(row.Text).Quantities.Select(q => q.Value) ?? [])}";

    static IEnumerable<Row> Kept()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Numerals/spelled-numbers.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. Rows(reader.ReadToEnd())];
    }

    static IReadOnlyList<Row>? Spelled(int seed)
    {
        if (!File.Exists("/usr/bin/python3")) return null;
        using var speller = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, Speller), "100", seed.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var errors = speller.StandardError.ReadToEndAsync();
        var written = speller.StandardOutput.ReadToEnd();
        speller.WaitForExit();
        if (errors.Result.Contains("No module named 'icu'", StringComparison.Ordinal)) return null;
        Assert.True(speller.ExitCode == 0, errors.Result);
        return [.. Rows(written)];
    }

    static IEnumerable<Row> Rows(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(cells => new Row(cells[0], decimal.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]));

    sealed record Row(string Language, decimal Value, string Text);
}
