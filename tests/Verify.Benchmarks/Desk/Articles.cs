using System.Globalization;
using System.Text;

namespace Verify.Benchmarks.Desk;

/// <summary>Articles of about 4 KB with five figures that somebody states, each other than all others.</summary>
static class Articles
{
    const int Length = 4000;

    static readonly string[] Things = ["jembatan", "rumah", "sekolah", "puskesmas", "kendaraan", "kantor", "pasar", "perahu"];

    static readonly string[] Verdicts = ["rusak akibat banjir", "belum diperbaiki sejak gempa", "ditutup untuk umum", "tidak memiliki listrik"];

    static readonly string[] Speakers =
        ["Dinas Pekerjaan Umum Kabupaten {0} menyatakan", "Badan Pusat Statistik mencatat", "Menurut Palang Merah cabang {0},", "Kepala Desa {0}, Hadi Wirawan, mengatakan", "Warga {0} menyebutkan"];

    /// <param name="number">Tells the article from every other.</param>
    public static string Text(int number)
    {
        var text = new StringBuilder(Length + 500);
        var filler = NewsText.WithoutNumbers(Length);
        var place = "Muara " + Letters(number);
        for (var figure = 0; figure < Speakers.Length; figure++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{string.Format(CultureInfo.InvariantCulture, Speakers[figure], place)} lebih dari {40 + (number * 7 + figure * 131) % 900} {Things[(number + figure) % Things.Length]} {Verdicts[(number + figure) % Verdicts.Length]}.\n\n");
            var from = figure * Length / Speakers.Length;
            text.Append(filler, from, Length / Speakers.Length - 90).Append("\n\n");
        }
        return text.ToString();
    }

    /// <summary>A number as a name: digits would be figures.</summary>
    static string Letters(int number)
    {
        var name = new StringBuilder();
        for (var rest = number; ; rest /= 20)
        {
            name.Insert(0, "bcdfghjklmnprstvwyzk"[rest % 20]).Insert(1, "aiueo"[rest % 5]);
            if (rest < 20) break;
        }
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }
}
