namespace Verify.Claims.Numerals.Spelling;

/// <summary>Whether the remainder of a rule's value is spelled.</summary>
enum Rest : byte
{
    /// <summary>The rule has no part that may be left out.</summary>
    Open,

    /// <summary>It is left out, since it is zero.</summary>
    Zero,

    /// <summary>It is there, and not zero.</summary>
    Some,
}

/// <summary>
/// One way to spell the values from <paramref name="Base"/> to <paramref name="Last"/>: "doscientos[ &gt;&gt;]" for 200 to 299.
/// A value is <c>quotient × divisor + remainder</c>.
/// </summary>
sealed record SpellingRule(int Set, long Base, long Last, long Divisor, Rest Rest, SpellingElement[] Elements)
{
    /// <summary>The end of a rule that nothing ends.</summary>
    const long Endless = 999_999_999_999_999_999;

    public Values Quotients => new(Base / Divisor, Last / Divisor);

    public Values Remainders => new(Rest == Rest.Some ? 1 : 0, Divisor - 1);

    /// <summary>The values that the spelled parts make, of those the rule is for; empty when there is none.</summary>
    public Values Made(Values quotient, Values remainder, Values same)
    {
        if (!same.IsAbsent) return same.Within(Base, Last);
        if (quotient.IsAbsent && remainder.IsAbsent && Rest == Rest.Open) return new(Base, Last);
        var whole = quotient.IsAbsent ? Quotients : quotient.Within(Quotients);
        // The last rule of a set has no end; what it counts is its first value: "naoi gcéad" is nine hundred.
        if (!quotient.IsAbsent && !whole.IsOne && Last == Endless && whole.High == Quotients.High) whole = whole with { High = whole.Low };
        if (quotient.IsAbsent && remainder.IsAbsent) whole = whole with { Low = (Base + Divisor - 1) / Divisor };
        var rest = remainder.IsAbsent ? new Values(0, 0) : remainder.Within(Remainders);
        if (whole.IsEmpty || rest.IsEmpty) return whole.IsEmpty ? whole : rest;
        return new Values((whole.Low * Divisor) + rest.Low, (whole.High * Divisor) + rest.High).Within(Base, Last);
    }
}
