namespace Verify.Claims.Arithmetic;

/// <summary>Which sum does not come out.</summary>
public enum DiscrepancyKind
{
    /// <summary>A change in percent beside the two figures it leads from and to: "naik 20 persen dari 500 menjadi 650".</summary>
    PercentChange,

    /// <summary>A difference beside its two figures: "naik 5 poin dari 20 persen menjadi 27 persen".</summary>
    Difference,

    /// <summary>A multiple beside its two figures: "dua kali lipat dari 40 menjadi 100".</summary>
    Multiple,

    /// <summary>A share in percent beside part and whole: "3 dari 7 (52 %)".</summary>
    Share,

    /// <summary>Parts beside their total: "150 korban: 100 laki-laki dan 60 perempuan".</summary>
    Total,

    /// <summary>Shares of one whole that are more than all of it.</summary>
    Whole,
}
