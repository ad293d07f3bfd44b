using Verify.Claims.Arithmetic;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Web.Tests.Desk;

/// <summary>Articles that the tests review.</summary>
static class Samples
{
    /// <summary>Indonesian, three claims; the second can be read in two ways, the third is a range of money.</summary>
    public static SeededArticle Harbour { get; } = OfHarbour();

    /// <summary>English, one claim.</summary>
    public static SeededArticle Library { get; } = OfLibrary();

    /// <summary>Text that would be markup if anything took it for markup; one claim in the middle of it.</summary>
    public static SeededArticle Hostile { get; } = OfHostile();

    /// <summary>English, three claims of a desk that has a language service asked: answered, answered in part, not answered.</summary>
    public static SeededArticle Named { get; } = OfNamed();

    /// <summary>Indonesian, two claims whose three figures make a sum that does not come out.</summary>
    public static SeededArticle Toll { get; } = OfToll();

    static SeededArticle OfToll()
    {
        const string text = "Tarif Jembatan Weru berubah lagi.\nTarif tol naik 20 persen dari Rp12.500 menjadi Rp16.250 mulai pekan ini.\n";
        Phrase Figure(string words) => text.IndexOf(words, StringComparison.Ordinal) is var at ? new(at, at + words.Length, words) : throw new ArgumentException(words);
        var sum = new DiscrepancyReading(DiscrepancyKind.PercentChange, [Figure("20 persen"), Figure("Rp12.500"), Figure("Rp16.250")], 30, 20, "12500 → 16250 = +30 % ≠ 20 %");
        var clause = new Reader(text, "Tarif tol naik 20 persen dari Rp12.500 menjadi Rp16.250 mulai pekan ini");
        return new(
            new(text, "text", "id", "Tarif Jembatan Weru"),
            [
                clause.Read("20 persen", "20", 20, kind: QuantityKind.Percent, unit: ("persen", "%"), worth: 0.8) with { Discrepancies = [sum] },
                clause.Read("Rp12.500", "12.500", 12500, kind: QuantityKind.Money, unit: ("Rp", "IDR"), worth: 0.7) with { Discrepancies = [sum] },
            ]);
    }

    static SeededArticle OfHarbour()
    {
        const string text =
            "Pelabuhan Tanjung Weru kembali dibuka pada hari Senin setelah ditutup selama tiga pekan.\n"
            + "Kementerian Kelautan mengatakan pada bulan Maret bahwa badai merusak lebih dari 500 kapal nelayan di pesisir utara. Sebagian besar kapal itu belum diasuransikan.\n"
            + "Menurut Serikat Nelayan Weru, hasil tangkapan turun menjadi 1.234 ton, angka terendah dalam sejarah pelabuhan.\n"
            + "“Kami memperkirakan perbaikan dermaga akan menelan Rp40–50 miliar hingga tahun 2028,” kata Laras Wiryana, kepala otoritas pelabuhan.\n"
            + "Warga berharap pasar ikan dapat dibuka lagi sebelum musim kemarau.\n";
        return new(
            new(text, "html", "id", "Badai Rusak Ratusan Kapal Nelayan di Tanjung Weru", ["Dimas Prakoso"], "Kabar Pesisir", "2026-03-01", "https://kabar-pesisir.example/badai-weru"),
            [
                new Reader(text, "badai merusak lebih dari 500 kapal nelayan di pesisir utara").Read(
                    "lebih dari 500 kapal nelayan", "500", 500, Relation.More, counted: "kapal nelayan", subject: "badai", speaker: "Kementerian Kelautan", cue: "mengatakan",
                    time: ("bulan Maret", TimeOf.Saying), worth: 0.91, reasons: ["a ministry speaks", "count of damage", "exact figure"]),
                new Reader(text, "hasil tangkapan turun menjadi 1.234 ton").Read(
                    "1.234 ton", "1.234", 1234, kind: QuantityKind.Measure, unit: ("ton", "t"), subject: "hasil tangkapan", speaker: "Serikat Nelayan Weru", cue: "Menurut",
                    ambiguous: 1.234m, worth: 0.64, reasons: ["an organisation speaks", "a record is claimed"]),
                new Reader(text, "perbaikan dermaga akan menelan Rp40–50 miliar hingga tahun 2028").Read(
                    "Rp40–50 miliar", "40–50 miliar", 40_000_000_000, Relation.Range, 50_000_000_000, QuantityKind.Money, unit: ("Rp", "IDR"), subject: "perbaikan dermaga",
                    speaker: "Laras Wiryana", cue: "kata", time: ("tahun 2028", TimeOf.Stated), modality: Modality.Projected, worth: 0.72, reasons: ["public money", "a named person speaks"]),
            ]);
    }

    static SeededArticle OfLibrary()
    {
        const string text =
            "Northfield's libraries lent more books last year than at any time since they opened.\n"
            + "According to the county, about 84 percent of residents hold a library card. The county did not say how it counted.\n";
        return new(
            new(text, "text", "en", "More readers in Northfield", [], "The Northfield Post", "2026-02-27"),
            [
                new Reader(text, "about 84 percent of residents hold a library card").Read(
                    "about 84 percent of residents", "84", 84, Relation.About, kind: QuantityKind.Percent, counted: "residents", unit: ("percent", "%"), speaker: "the county", cue: "According to",
                    worth: 0.55, reasons: ["a share of people"]),
            ]);
    }

    static SeededArticle OfNamed()
    {
        const string text =
            "Maya Lindqvist of Harbour Trust said 700 berths were rented out.\n"
            + "Harbour Trust spent 3 million kroner on <b>Ole</b> Vik's report.\n"
            + "A further 40 berths are being built.\n";
        Reading Read(string clause, string figure, string number, decimal value, string? speaker = null) =>
            new Reader(text, clause).Read(figure, number, value, speaker: speaker, cue: speaker is null ? null : "said", worth: 0.9);
        EntityReading Entity(EntityKind kind, string words) =>
            text.IndexOf(words, StringComparison.Ordinal) is var at ? new(kind, at, at + words.Length, words, 0.93) : throw new ArgumentException(words);
        return new(
            new(text, "text", "en", "Berths in the harbour"),
            [
                Read("700 berths were rented out", "700 berths", "700", 700, "Maya Lindqvist") with
                {
                    Reasons = ["named speaker", "projected", "of a later version"],
                    Risk = 0.62,
                    RiskReasons = ["about a named person"],
                    Entities = new(
                        EntitiesState.Found, null,
                        [Entity(EntityKind.Person, "Maya Lindqvist"), Entity(EntityKind.Organisation, "Harbour Trust"), Entity(EntityKind.Quantity, "700 berths")],
                        [new(ReadingPart.Speaker, new(5, 14, "Lindqvist"))], "by hand"),
                },
                Read("Harbour Trust spent 3 million kroner", "3 million kroner", "3 million", 3_000_000) with
                {
                    Entities = new(EntitiesState.Unavailable, WhyNoEntities.TimedOut, [Entity(EntityKind.Organisation, "<b>Ole</b>")], [], "by hand"),
                },
                Read("A further 40 berths are being built", "40 berths", "40", 40) with { Entities = new(EntitiesState.Unavailable, WhyNoEntities.BudgetSpent, [], [], null) },
            ]);
    }

    static SeededArticle OfHostile()
    {
        const string text =
            "<script>document.title = 'taken over'</script>\n"
            + "\"><img src=x onerror=\"document.title='taken over'\"> The mayor said 40 <b>bridges</b> & roads were closed.\n"
            + "javascript:alert(1) {{constructor}} ${alert(1)}\n";
        return new(
            new(text, "text", "en", "<img src=x onerror=alert(1)>", ["<b>A. Writer</b>"], "\"><script>alert(1)</script>", null, "javascript:alert(1)"),
            [new Reader(text, "40 <b>bridges</b> & roads were closed").Read("40 <b>bridges</b>", "40", 40, counted: "<b>bridges</b>", speaker: "The mayor", cue: "said", worth: 0.6, reasons: ["<i>markup</i>"])]);
    }
}
