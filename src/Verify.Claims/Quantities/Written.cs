using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>How the text writes one number.</summary>
readonly record struct Written(Stretch Number, NumeralForms Forms);
