namespace Verify.Claims.Languages;

/// <summary>A set of roles; one test tells whether two sets share any.</summary>
readonly record struct Roles(ulong Low, ulong High)
{
    const int Half = 64;

    /// <summary>How many roles a set can tell apart.</summary>
    public const int Most = 2 * Half;

    public static Roles Of(params ReadOnlySpan<Role> roles)
    {
        ulong low = 0, high = 0;
        foreach (var role in roles)
        {
            if ((int)role < Half) low |= 1UL << (int)role;
            else high |= 1UL << ((int)role - Half);
        }
        return new(low, high);
    }

    public bool Has(Role role) => (((int)role < Half ? Low : High) >> ((int)role & (Half - 1)) & 1) != 0;

    public bool Overlaps(Roles other) => ((Low & other.Low) | (High & other.High)) != 0;

    public Roles Without(Roles other) => new(Low & ~other.Low, High & ~other.High);

    public static Roles operator |(Roles a, Roles b) => new(a.Low | b.Low, a.High | b.High);
}
