namespace Verify.Claims.Quantities;

/// <summary>What sort of figure it is.</summary>
public enum QuantityKind
{
    /// <summary>So many of something: "500 hulu ledak".</summary>
    Count,
    Money,
    Percent,

    /// <summary>A physical measure or a duration: "12 km", "tiga jam".</summary>
    Measure,

    /// <summary>A part of a whole or a proportion: "3 dari 7", "sepertiga".</summary>
    Ratio,

    /// <summary>A number that orders, names, points back or only introduces, and so counts nothing anew: "ketiga", "3rd", "Pasal 27", "kedua negara", "salah satu". It makes no claim.</summary>
    Ordinal,

    /// <summary>A difference or a multiple: "naik 5 poin", "dua kali lipat".</summary>
    Change,
    Other,
}
