using System.Security.Cryptography;
using System.Text;
using Verify.Web.Keys;

namespace Verify.Web.SignIn;

/// <summary>
/// Gives each name one pseudonym: <c>r-</c> and 16 hex digits, the same for ever while the secret is the same. Only who holds the
/// secret can tell which name stands behind one.
/// </summary>
sealed class Pseudonyms(ReadOnlyMemory<byte> secret)
{
    static readonly KeptKey Kept = new("pseudonyms.key", "a new one gives every reviewer a new pseudonym.");

    public string Of(string name) =>
        "r-" + Convert.ToHexStringLower(HMACSHA256.HashData(secret.Span, Encoding.UTF8.GetBytes(name)))[..16];

    /// <summary>With the secret of a folder; the first to ask makes it.</summary>
    public static Pseudonyms In(string directory) => new(Kept.In(directory));
}
