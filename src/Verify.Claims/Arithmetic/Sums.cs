using System.Collections.Immutable;
using System.Globalization;
using Verify.Claims.Numerals;
using Verify.Claims.Quantities;

namespace Verify.Claims.Arithmetic;

/// <summary>Writes the sum that does not come out.</summary>
static class Sums
{
    /// <summary>Of a change and its two figures.</summary>
    public static Discrepancy Of(in Ledger ledger, in FromTo pair, int stated, DiscrepancyKind kind)
    {
        var from = ledger.Value(pair.From, upper: pair.IsRange && pair.Falls);
        var to = ledger.Value(pair.To, upper: pair.IsRange && !pair.Falls);
        var expected = Finer(ledger, stated, kind switch
        {
            DiscrepancyKind.PercentChange => (to / from - 1) * 100,
            DiscrepancyKind.Difference => to - from,
            _ => to / from,
        });
        var sum = kind switch
        {
            DiscrepancyKind.PercentChange => $"{In(from)} → {In(to)} = {(expected > 0 ? "+" : "")}{In(expected)} %",
            DiscrepancyKind.Difference => $"{In(to)} − {In(from)} = {In(expected)}",
            _ => $"{In(from)} → {In(to)} = ×{In(expected)}",
        };
        var said = Said(ledger, stated, kind);
        int[] used = pair.IsRange ? [pair.From, stated] : [pair.From, pair.To, stated];
        return new(kind, Indexes(ledger, used), expected, ledger.Value(stated), $"{sum} ≠ {said}");
    }

    /// <summary>Of a share in percent, its part and its whole.</summary>
    public static Discrepancy Share(in Ledger ledger, int part, int whole, int stated)
    {
        var expected = Finer(ledger, stated, ledger.Value(part) / ledger.Value(whole) * 100);
        var sum = $"{In(ledger.Value(part))} ÷ {In(ledger.Value(whole))} = {In(expected)} % ≠ {Said(ledger, stated, DiscrepancyKind.Share)}";
        return new(DiscrepancyKind.Share, Indexes(ledger, [part, whole, stated]), expected, ledger.Value(stated), sum);
    }

    /// <summary>Of parts and their total, which may stand in the sentence before: then its index is given as it is in the extraction.</summary>
    public static Discrepancy Total(in Ledger ledger, ReadOnlySpan<int> parts, int total, decimal stated)
    {
        var terms = Added(ledger, parts, "", out var expected);
        return new(DiscrepancyKind.Total, Indexes(ledger, parts).Add(total).Sort(), expected, stated, $"{terms} = {In(expected)} ≠ {In(stated)}");
    }

    /// <summary>Of shares that are more than the whole.</summary>
    public static Discrepancy Whole(in Ledger ledger, ReadOnlySpan<int> shares)
    {
        var terms = Added(ledger, shares, " %", out var sum);
        return new(DiscrepancyKind.Whole, Indexes(ledger, shares), 100, sum, $"{terms} = {In(sum)} % > 100 %");
    }

    static string Added(in Ledger ledger, ReadOnlySpan<int> figures, string unit, out decimal sum)
    {
        sum = 0;
        var terms = new string[figures.Length];
        for (var i = 0; i < figures.Length; i++)
        {
            sum += ledger.Value(figures[i]);
            terms[i] = In(ledger.Value(figures[i])) + unit;
        }
        return string.Join(" + ", terms);
    }

    static string Said(in Ledger ledger, int stated, DiscrepancyKind kind)
    {
        var sign = ledger.Quantity(stated).Relation switch
        {
            Relation.About => "~",
            Relation.More => ">",
            Relation.AtLeast => "≥",
            Relation.Less => "<",
            Relation.AtMost => "≤",
            _ => "",
        };
        var number = In(ledger.Value(stated)) + (ledger.Quantity(stated).Upper is { } upper ? "–" + In(upper) : "");
        return sign + (kind == DiscrepancyKind.Multiple ? "×" : "") + number + (kind is DiscrepancyKind.PercentChange or DiscrepancyKind.Share ? " %" : "");
    }

    /// <summary>One place finer than the stated figure is written.</summary>
    static decimal Finer(in Ledger ledger, int stated, decimal value)
    {
        var places = 1;
        for (var unit = ledger.Unit(stated); unit < 1 && places < 10; unit *= 10) places++;
        return Exact.Plain(Math.Round(value, places, MidpointRounding.AwayFromZero));
    }

    static ImmutableArray<int> Indexes(in Ledger ledger, ReadOnlySpan<int> figures)
    {
        var indexes = new int[figures.Length];
        for (var i = 0; i < figures.Length; i++) indexes[i] = ledger.IndexOf(figures[i]);
        return indexes.Order().ToImmutableArray();
    }

    static string In(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
