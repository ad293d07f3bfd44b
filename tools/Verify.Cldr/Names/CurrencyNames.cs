using System.Text.Json.Nodes;

namespace Verify.Cldr.Names;

/// <summary>Names of currencies with their ISO 4217 codes, in all plural forms, and the word that all currencies of a kind share.</summary>
static class CurrencyNames
{
    /// <summary>Where names of one kind of money share a word ("US dollars", "Canadian dollars"), the word alone means the one that comes first.</summary>
    static readonly string[][] Kinds = [["USD", "CAD", "AUD", "NZD", "SGD"], ["GBP", "EGP", "LBP", "SYP"], ["INR", "PKR", "LKR", "NPR"], ["RUB", "BYN"], ["JPY"], ["CNY"], ["EUR"], ["TRY"], ["UAH"], ["IDR"], ["KRW"], ["THB"], ["VND"], ["PLN"], ["ILS"]];

    public static void Add(JsonNode? currencies, NameTable into)
    {
        if (currencies is null) return;
        foreach (var kind in Kinds)
        {
            foreach (var word in Shared(currencies, kind)) into.Add(kind[0], word);
        }
        foreach (var (code, names) in currencies.AsObject())
        {
            if (code is "XXX" or "XTS") continue;
            foreach (var name in Forms(names!)) into.Add(code, name);
            var symbol = names!["symbol"]?.GetValue<string>();
            if (symbol != code && symbol?.Length > 1) into.Add(code, symbol);
        }
    }

    /// <summary>The words that some form of every name has.</summary>
    static IEnumerable<string> Shared(JsonNode currencies, string[] kind)
    {
        if (kind.Length == 1) return Forms(currencies[kind[0]]).Where(n => !n.Contains(' ', StringComparison.Ordinal));
        var words = kind.Select(code => Forms(currencies[code]).SelectMany(n => n.Split(' ', '-')).Where(w => w.Length > 2).ToHashSet(StringComparer.OrdinalIgnoreCase)).Where(w => w.Count > 0).ToList();
        if (words.Count < 2) return [];
        return words[0].Where(w => words.Skip(1).Count(other => other.Contains(w)) >= words.Count / 2);
    }

    static IEnumerable<string> Forms(JsonNode? names) =>
        names?.AsObject().Where(n => n.Key.StartsWith("displayName", StringComparison.Ordinal)).Select(n => n.Value!.GetValue<string>()).Distinct() ?? [];
}
