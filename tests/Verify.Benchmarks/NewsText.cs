using System.Globalization;
using System.Text;

namespace Verify.Benchmarks;

/// <summary>Indonesian news prose made for measuring: about one sentence in three states a figure, as in a daily paper. The same size gives the same text.</summary>
static class NewsText
{
    static readonly string[] Plain =
    [
        "Suasana di pelabuhan kembali ramai setelah cuaca membaik dan kapal penumpang diizinkan berlayar.",
        "Para pedagang berharap pasokan sayur dari dataran tinggi segera pulih.",
        "Menurut warga, jalan menuju desa itu rusak parah sejak musim hujan dan belum juga diperbaiki.",
        "Pemerintah kota mengatakan perbaikan akan dilakukan bertahap dengan melibatkan warga setempat.",
        "“Kami ingin sekolah ini menjadi tempat yang aman bagi anak-anak,” kata kepala sekolah.",
        "Hingga berita ini diturunkan, pihak perusahaan belum memberikan keterangan resmi.",
    ];

    static readonly string[] WithFigures =
    [
        "Badan Penanggulangan Bencana Daerah mencatat sedikitnya {0} rumah terendam banjir di tiga kecamatan.",
        "Kepala dinas, Rudi Hartanto, mengatakan pada Selasa (12/3/2024) bahwa anggaran perbaikan mencapai Rp{1} miliar, naik {2} persen dari tahun lalu.",
        "Produksi padi pada 2023 turun dari {0} ton menjadi {3} ton, menurut kelompok tani setempat.",
        "Lebih dari {3} pemudik diperkirakan akan melintas setiap hari hingga akhir pekan.",
    ];

    public static string OfLength(int length)
    {
        var random = new Random(17);
        var text = new StringBuilder(length + 400);
        for (var sentence = 0; text.Length < length; sentence++)
        {
            if (sentence % 3 == 2)
                text.AppendFormat(CultureInfo.InvariantCulture, Pick(WithFigures, random), random.Next(10, 900), random.Next(2, 90), random.Next(1, 60), $"{random.Next(1, 90)}.{random.Next(100, 999)}");
            else text.Append(Pick(Plain, random));
            text.Append(sentence % 5 == 4 ? '\n' : ' ');
        }
        return text.ToString(0, length);
    }

    /// <summary>The same prose without its figures.</summary>
    public static string WithoutNumbers(int length)
    {
        var random = new Random(17);
        var text = new StringBuilder(length + 400);
        while (text.Length < length) text.Append(Plain[random.Next(Plain.Length)]).Append(' ');
        return text.ToString(0, length);
    }

    static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
