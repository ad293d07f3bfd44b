namespace Verify.Cldr.Names;

/// <summary>The UCUM code of each unit that CLDR names; units that measure nothing a claim is made of are left out.</summary>
static class Ucum
{
    static readonly Dictionary<string, string> Codes = new()
    {
        ["angle-radian"] = "rad", ["angle-degree"] = "deg",
        ["area-square-kilometer"] = "km2", ["area-hectare"] = "har", ["area-square-meter"] = "m2", ["area-square-centimeter"] = "cm2", ["area-square-mile"] = "[smi_us]",
        ["area-acre"] = "[acr_us]", ["area-square-yard"] = "[syd_i]", ["area-square-foot"] = "[sft_i]", ["area-square-inch"] = "[sin_i]",
        ["concentr-karat"] = "[car_Au]", ["concentr-part-per-1e6"] = "[ppm]", ["concentr-part-per-1e9"] = "[ppb]", ["concentr-mole"] = "mol",
        ["consumption-mile-per-gallon"] = "[mi_i]/[gal_us]",
        ["digital-petabyte"] = "PBy", ["digital-terabyte"] = "TBy", ["digital-gigabyte"] = "GBy", ["digital-megabyte"] = "MBy", ["digital-kilobyte"] = "kBy", ["digital-byte"] = "By", ["digital-bit"] = "bit",
        ["duration-century"] = "100.a", ["duration-decade"] = "10.a", ["duration-year"] = "a", ["duration-month"] = "mo", ["duration-week"] = "wk", ["duration-day"] = "d", ["duration-night"] = "d",
        ["duration-hour"] = "h", ["duration-minute"] = "min", ["duration-second"] = "s", ["duration-millisecond"] = "ms", ["duration-microsecond"] = "us", ["duration-nanosecond"] = "ns",
        ["electric-ampere"] = "A", ["electric-milliampere"] = "mA", ["electric-ohm"] = "Ohm", ["electric-volt"] = "V",
        ["energy-kilocalorie"] = "kcal", ["energy-calorie"] = "cal", ["energy-kilojoule"] = "kJ", ["energy-joule"] = "J", ["energy-kilowatt-hour"] = "kW.h", ["energy-electronvolt"] = "eV", ["energy-british-thermal-unit"] = "[Btu]",
        ["force-newton"] = "N", ["force-pound-force"] = "[lbf_av]",
        ["frequency-gigahertz"] = "GHz", ["frequency-megahertz"] = "MHz", ["frequency-kilohertz"] = "kHz", ["frequency-hertz"] = "Hz",
        ["length-kilometer"] = "km", ["length-meter"] = "m", ["length-decimeter"] = "dm", ["length-centimeter"] = "cm", ["length-millimeter"] = "mm", ["length-micrometer"] = "um", ["length-nanometer"] = "nm",
        ["length-mile"] = "[mi_i]", ["length-yard"] = "[yd_i]", ["length-foot"] = "[ft_i]", ["length-inch"] = "[in_i]", ["length-parsec"] = "pc", ["length-light-year"] = "[ly]", ["length-astronomical-unit"] = "AU",
        ["length-fathom"] = "[fth_i]", ["length-nautical-mile"] = "[nmi_i]",
        ["light-lux"] = "lx", ["light-candela"] = "cd", ["light-lumen"] = "lm",
        ["mass-tonne"] = "t", ["mass-kilogram"] = "kg", ["mass-gram"] = "g", ["mass-milligram"] = "mg", ["mass-microgram"] = "ug", ["mass-ton"] = "[ston_av]", ["mass-stone"] = "[st_av]", ["mass-pound"] = "[lb_av]",
        ["mass-ounce"] = "[oz_av]", ["mass-ounce-troy"] = "[oz_tr]", ["mass-carat"] = "[car_m]",
        ["power-gigawatt"] = "GW", ["power-megawatt"] = "MW", ["power-kilowatt"] = "kW", ["power-watt"] = "W", ["power-milliwatt"] = "mW", ["power-horsepower"] = "[HP]",
        ["pressure-millimeter-ofhg"] = "mm[Hg]", ["pressure-pound-force-per-square-inch"] = "[psi]", ["pressure-bar"] = "bar", ["pressure-millibar"] = "mbar", ["pressure-atmosphere"] = "atm", ["pressure-pascal"] = "Pa",
        ["pressure-hectopascal"] = "hPa", ["pressure-kilopascal"] = "kPa", ["pressure-megapascal"] = "MPa",
        ["speed-kilometer-per-hour"] = "km/h", ["speed-meter-per-second"] = "m/s", ["speed-mile-per-hour"] = "[mi_i]/h", ["speed-knot"] = "[kn_i]",
        ["temperature-celsius"] = "Cel", ["temperature-fahrenheit"] = "[degF]", ["temperature-kelvin"] = "K", ["temperature-generic"] = "deg",
        ["volume-cubic-kilometer"] = "km3", ["volume-cubic-meter"] = "m3", ["volume-cubic-centimeter"] = "cm3", ["volume-cubic-mile"] = "[cmi_i]", ["volume-cubic-yard"] = "[cyd_i]", ["volume-cubic-foot"] = "[cft_i]",
        ["volume-cubic-inch"] = "[cin_i]", ["volume-megaliter"] = "ML", ["volume-hectoliter"] = "hL", ["volume-liter"] = "L", ["volume-deciliter"] = "dL", ["volume-centiliter"] = "cL", ["volume-milliliter"] = "mL",
        ["volume-gallon"] = "[gal_us]", ["volume-quart"] = "[qt_us]", ["volume-pint"] = "[pt_us]", ["volume-cup"] = "[cup_us]", ["volume-fluid-ounce"] = "[foz_us]", ["volume-tablespoon"] = "[tbs_us]",
        ["volume-teaspoon"] = "[tsp_us]", ["volume-barrel"] = "[bbl_us]", ["volume-bushel"] = "[bu_us]",
    };

    /// <summary>Null for a unit that is left out.</summary>
    public static string? Code(string unit) => Codes.GetValueOrDefault(unit);

    /// <summary>Single letters that stand for one unit only, whatever the language.</summary>
    public static bool IsSafeLetter(string unit) => unit is "length-meter" or "mass-gram" or "volume-liter" or "mass-tonne" or "power-watt" or "electric-volt" or "temperature-kelvin";
}
