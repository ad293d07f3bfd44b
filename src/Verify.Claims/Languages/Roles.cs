namespace Verify.Claims.Languages;

/// <summary>A set of roles; one test tells whether two sets share any. It has room for all that the byte of a <see cref="Role"/> can number: the compiler refuses the one too many.</summary>
readonly record struct Roles
{
    /// <summary>How many roles one of its numbers holds.</summary>
    const int Part = 64;

    /// <summary>How many roles a set can tell apart.</summary>
    public const int Most = byte.MaxValue + 1;

    readonly ulong first, second, third, fourth;

    Roles(ulong first, ulong second, ulong third, ulong fourth) => (this.first, this.second, this.third, this.fourth) = (first, second, third, fourth);

    public static Roles Of(params ReadOnlySpan<Role> roles)
    {
        Span<ulong> parts = stackalloc ulong[Most / Part];
        foreach (var role in roles) parts[(int)role / Part] |= 1UL << ((int)role % Part);
        return new(parts[0], parts[1], parts[2], parts[3]);
    }

    public bool Has(Role role) => (((int)role < 2 * Part ? (int)role < Part ? first : second : (int)role < 3 * Part ? third : fourth) >> ((int)role & (Part - 1)) & 1) != 0;

    public bool Overlaps(Roles other) => ((first & other.first) | (second & other.second) | (third & other.third) | (fourth & other.fourth)) != 0;

    public Roles Without(Roles other) => new(first & ~other.first, second & ~other.second, third & ~other.third, fourth & ~other.fourth);

    public static Roles operator |(Roles a, Roles b) => new(a.first | b.first, a.second | b.second, a.third | b.third, a.fourth | b.fourth);
}
