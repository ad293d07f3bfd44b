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

    public static bool Add(decimal a, decimal b, out decimal sum)
    {
        var fits = Math.Abs((double)a + (double)b) < Largest;
        sum = fits ? a + b : 0;
        return fits;
    }
}
