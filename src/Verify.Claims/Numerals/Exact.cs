namespace Verify.Claims.Numerals;

/// <summary>Arithmetic on decimals that answers false instead of overflowing. Bounds: those of <see cref="decimal"/>, about 7.9e28, 28 digits.</summary>
static class Exact
{
    const double Largest = 7.9e28;

    public static bool Multiply(decimal a, decimal b, out decimal product)
    {
        var fits = Math.Abs((double)a * (double)b) < Largest;
        product = fits ? a * b : 0;
        return fits;
    }

    /// <summary>The same value without zeros at the end of its fraction: 2500000.0 is 2500000.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>False for a divisor of zero too.</summary>
    public static bool Divide(decimal a, decimal b, out decimal quotient)
    {
        var fits = b != 0 && Math.Abs((double)a / (double)b) < Largest;
        quotient = fits ? a / b : 0;
        return fits;
    }

    public static bool Add(decimal a, decimal b, out decimal sum)
    {
        var fits = Math.Abs((double)a + (double)b) < Largest;
        sum = fits ? a + b : 0;
        return fits;
    }
}
